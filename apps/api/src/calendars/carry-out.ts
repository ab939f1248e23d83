import { and, eq, inArray } from 'drizzle-orm';
import type { Timed } from '../appointments/appointment.ts';
import { atOtherTime } from '../appointments/change-time.ts';
import { claimOf, takeClaims } from '../appointments/claims.ts';
import { recordTransition } from '../appointments/events.ts';
import type { Requester } from '../appointments/read-appointment.ts';
import type { Actor } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { enqueueCancelledByDesk, enqueueMovedByDesk } from '../notifications/enqueue.ts';
import type { CalendarTimes } from './calendar-store.ts';
import { type KeptAppointment, keptAppointment } from './kept-before.ts';
import { type ClaimRow, type NewTime, putClaimsAside } from './put-aside.ts';
import type { Decision } from './resolve.ts';

export interface Carrying {
  /** As the lock found them. */
  readonly times: CalendarTimes;
  /** The claims of the appointment, as they are. */
  readonly claims: readonly ClaimRow[];
  readonly requester: Requester | null;
  /** Whether the citizens are told. */
  readonly tell: boolean;
  readonly by: Actor;
  readonly now: number;
  /** Until then it can be taken back: messages wait so long, and what is left is kept from others. */
  readonly undoUntil: number;
}

/** What was done about one appointment, and whether its person is to be called. */
export interface Done {
  readonly does: Decision['does'];
  readonly kept: KeptAppointment;
  readonly toCall: boolean;
}

/** Carries out what was decided about one appointment; inside a write that has all calendars concerned. */
export function carryOut(tx: Writer, tables: Tables, decision: Decision, carrying: Carrying): Promise<Done> {
  switch (decision.does) {
    case 'move':
      return move(tx, tables, decision, carrying);
    case 'reassign':
      return reassign(tx, tables, decision, carrying);
    case 'cancel':
      return cancel(tx, tables, decision, carrying);
  }
}

async function move(tx: Writer, tables: Tables, { appointment: before, to }: Extract<Decision, { does: 'move' }>, carrying: Carrying): Promise<Done> {
  const { now, tell, undoUntil } = carrying;
  const moved: Timed = { ...atOtherTime(before, to, now), outsideHours: false };
  const proposalIds = await withdrawProposals(tx, tables, before);
  await changeTime(tx, tables, { before, after: moved, calendarIds: to.calendarIds }, carrying);
  await record(tx, tables, { kind: 'moved', before, after: moved, carrying });
  const reminded = { ...moved, requester: carrying.requester, reminderMinutes: to.request.rules.reminderMinutes };
  await enqueueMovedByDesk(tx, tables, reminded, now, { tell, leavesAt: undoUntil });
  return { does: 'move', kept: keptAppointment(before, moved, carrying.claims, proposalIds), toCall: isToCall(carrying) };
}

/** For the citizen nothing changes: nobody is written to, and the messages that were owed stay. */
async function reassign(tx: Writer, tables: Tables, { appointment: before, calendarIds }: Extract<Decision, { does: 'reassign' }>, carrying: Carrying): Promise<Done> {
  const after: Timed = { ...before, revision: before.revision + 1, changedAt: carrying.now };
  await changeTime(tx, tables, { before, after, calendarIds }, carrying);
  await record(tx, tables, { kind: 'reassigned', before, after, carrying, calendarIds });
  return { does: 'reassign', kept: keptAppointment(before, after, carrying.claims, []), toCall: false };
}

async function cancel(tx: Writer, tables: Tables, { appointment: before, message }: Extract<Decision, { does: 'cancel' }>, carrying: Carrying): Promise<Done> {
  const { now, tell, undoUntil } = carrying;
  const raised = { sequence: before.sequence + 1, revision: before.revision + 1, changedAt: now };
  const after: Timed = { ...before, ...raised, state: 'cancelled', cancelReason: message };
  const proposalIds = await withdrawProposals(tx, tables, before);
  await keep(tx, tables, before, after);
  await putClaimsAside(tx, tables, carrying.claims, undoUntil, null);
  await record(tx, tables, { kind: 'cancelled', before, after, carrying });
  if (tell) await enqueueCancelledByDesk(tx, tables, { ...after, requester: carrying.requester }, now, undoUntil);
  return { does: 'cancel', kept: keptAppointment(before, after, carrying.claims, proposalIds), toCall: isToCall(carrying) };
}

/** Whoever is told and has no e-mail hears it from an official. */
function isToCall({ tell, requester }: Carrying): boolean {
  return tell && !requester?.email;
}

interface TimeChange {
  readonly before: Timed;
  readonly after: Timed;
  readonly calendarIds: readonly string[];
}

async function changeTime(tx: Writer, tables: Tables, { before, after, calendarIds }: TimeChange, { claims, times, undoUntil, now }: Carrying): Promise<void> {
  const interval = claimOf(after, after);
  const newTime: NewTime = { calendarIds, interval };
  await keep(tx, tables, before, after);
  await putClaimsAside(tx, tables, claims, undoUntil, newTime);
  await takeClaims(tx, tables, { ...newTime, times, appointmentId: after.id, heldUntil: null, now });
}

/** Only what is different: other columns may be written by who needs no calendar for it. */
async function keep(tx: Writer, { appointments }: Tables, before: Timed, after: Timed): Promise<void> {
  const names = (Object.keys(after) as (keyof Timed)[]).filter((name) => after[name] !== before[name]);
  await tx.update(appointments).set(Object.fromEntries(names.map((name) => [name, after[name]]))).where(eq(appointments.id, before.id));
}

async function withdrawProposals(tx: Writer, { proposals }: Tables, { id }: Timed): Promise<string[]> {
  const isOpen = and(eq(proposals.appointmentId, id), eq(proposals.state, 'open'));
  const open = await tx.select({ id: proposals.id }).from(proposals).where(isOpen);
  const ids = open.map((row) => row.id);
  if (ids.length > 0) await tx.update(proposals).set({ state: 'withdrawn' }).where(inArray(proposals.id, ids));
  return ids;
}

interface Recorded {
  readonly kind: 'moved' | 'reassigned' | 'cancelled';
  readonly before: Timed;
  readonly after: Timed;
  readonly carrying: Carrying;
  readonly calendarIds?: readonly string[];
}

function record(tx: Writer, tables: Tables, { kind, before, after, carrying: { requester, by, now, claims }, calendarIds }: Recorded): Promise<void> {
  const personId = requester?.id ?? null;
  const changed = calendarIds && { before: claims.map(({ calendarId }) => calendarId), after: calendarIds };
  return recordTransition(tx, tables, { before, after, personId, ...(changed && { calendarIds: changed }) }, { kind, by, at: now });
}
