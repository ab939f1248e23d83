import { and, eq, inArray } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { BookingDeps } from '../appointments/deps.ts';
import { recordEvent } from '../appointments/events.ts';
import { readAppointment, readRequester } from '../appointments/read-appointment.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { giveMessagesBack, haveMessagesLeft } from '../notifications/take-back.ts';
import { actorOf, type StaffMember } from '../identity/staff-member.ts';
import { addHoursVersion } from './hours-history.ts';
import { raiseRulesRevision, readHoursRows, tracedBackMilliseconds } from './hours-rows.ts';
import { type KeptAppointment, type KeptBefore, putHoursBack } from './kept-before.ts';

export type UndoOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'not-found' | 'undo-over' }
  /** `appointmentId` null: the hours were changed. */
  | { readonly ok: false; readonly why: 'changed-meanwhile'; readonly appointmentId: string | null };

export interface UndoWish {
  readonly id: string;
  readonly staff: StaffMember;
  /** Whether a calendar is within the reach of who asks. */
  readonly isReached: (calendarId: string) => boolean;
}

/**
 * Takes a change of hours back within its minute, for who made it: hours, times and states are as they were, and nobody is
 * told. All of it or nothing: where somebody else changed one of the appointments or the hours since, nothing.
 */
export async function undoChange(deps: BookingDeps, wish: UndoWish): Promise<UndoOutcome> {
  try {
    return await attempt(deps.database, (tx) => undo(deps, tx, wish));
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'changed-meanwhile', appointmentId: null };
    throw error;
  }
}

async function undo({ database, clock }: BookingDeps, tx: Writer, { id, staff, isReached }: UndoWish): Promise<UndoOutcome> {
  const { tables } = database;
  const { calendarChanges } = tables;
  const isTheirs = and(eq(calendarChanges.id, id), eq(calendarChanges.staffId, staff.id));
  const [seen] = await tx.select().from(calendarChanges).where(isTheirs);
  if (!seen?.calendarIds.every(isReached)) return { ok: false, why: 'not-found' };
  const kept = seen.before as KeptBefore; // saveChange writes nothing else
  await database.touchCalendars(tx, await calendarsConcerned(tx, tables, kept));

  const now = clock.now();
  const [change] = await tx.select().from(calendarChanges).where(isTheirs);
  if (!change || change.undoneAt !== null || now >= change.undoUntil) return { ok: false, why: 'undo-over' };
  if (await haveMessagesLeft(tx, tables, kept.appointments, now)) return { ok: false, why: 'undo-over' };
  const changed = await changedSince(tx, tables, kept);
  if (changed !== null) return { ok: false, why: 'changed-meanwhile', ...changed };

  await putAllHoursBack(tx, tables, { kept, by: actorOf(staff), now });
  for (const appointment of kept.appointments) await putAppointmentBack(tx, tables, appointment, { by: actorOf(staff), now });
  await tx.update(calendarChanges).set({ undoneAt: now }).where(eq(calendarChanges.id, id));
  return { ok: true };
}

async function calendarsConcerned(tx: Writer, { claims }: Tables, { calendars, appointments }: KeptBefore): Promise<string[]> {
  const ids = appointments.map(({ id }) => id);
  const claimed = ids.length === 0 ? [] : await tx.select({ calendarId: claims.calendarId }).from(claims).where(inArray(claims.appointmentId, ids));
  const before = appointments.flatMap((one) => one.claims.map(({ calendarId }) => calendarId));
  return [...new Set([...calendars.map(({ id }) => id), ...before, ...claimed.map(({ calendarId }) => calendarId)])].sort();
}

/** What somebody else did since; null: nothing. */
async function changedSince(tx: Writer, { appointments, calendars }: Tables, kept: KeptBefore): Promise<{ appointmentId: string | null } | null> {
  const ids = kept.appointments.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await tx.select({ id: appointments.id, revision: appointments.revision }).from(appointments).where(inArray(appointments.id, ids));
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  const changed = kept.appointments.find(({ id, revision }) => revisions.get(id) !== revision);
  if (changed) return { appointmentId: changed.id };
  const hours = await tx.select({ id: calendars.id, rulesRevision: calendars.rulesRevision }).from(calendars).where(inArray(calendars.id, kept.calendars.map(({ id }) => id)));
  const isSame = kept.calendars.every(({ id, rulesRevision }) => hours.some((row) => row.id === id && row.rulesRevision === rulesRevision));
  return isSame ? null : { appointmentId: null };
}

async function putAllHoursBack(tx: Writer, tables: Tables, { kept, by, now }: { kept: KeptBefore; by: Actor; now: number }): Promise<void> {
  const ids = kept.calendars.map(({ id }) => id);
  const present = await readHoursRows(tx, tables, ids, now - tracedBackMilliseconds);
  for (const one of kept.calendars) {
    const rows = present.get(one.id);
    if (rows) await putHoursBack(tx, tables, rows, one);
    await recordAudit(tx, tables, by, { action: 'undo', object: { kind: 'calendar', id: one.id } }, now);
  }
  await raiseRulesRevision(tx, tables, ids);
  const restored = await readHoursRows(tx, tables, ids, now - tracedBackMilliseconds);
  for (const [id, after] of restored) {
    const before = present.get(id);
    if (before) await addHoursVersion(tx, tables, { action: 'undo', before, after, staffId: by.kind === 'staff' ? by.staffId : null, at: now });
  }
}

/** Its time was kept for it, so it is free; the sequence rises once more, so that calendars and messages follow. */
async function putAppointmentBack(tx: Writer, tables: Tables, kept: KeptAppointment, { by, now }: { by: Actor; now: number }): Promise<void> {
  const present = await readAppointment(tx, tables, kept.id);
  if (!present) return;
  const sequence = kept.sequence > kept.oldSequence ? kept.sequence + 1 : kept.sequence;
  const changes = { ...kept.was, cancelReason: null, sequence, revision: kept.revision + 1, changedAt: now };
  await tx.update(tables.appointments).set(changes).where(eq(tables.appointments.id, kept.id));
  await putClaimsBack(tx, tables, kept, now);
  if (sequence !== kept.oldSequence) await giveMessagesBack(tx, tables, { ...kept, newSequence: sequence });

  const restored: Appointment = { ...present, ...changes };
  const requester = await readRequester(tx, tables, kept.id);
  const isOtherTime = present.startsAt !== restored.startsAt;
  await recordEvent(tx, tables, restored, { kind: 'restored', by, at: now, oldStartsAt: isOtherTime ? present.startsAt : null });
  const values = ({ state, startsAt, endsAt, placeId }: Appointment) => ({ state, starts_at: startsAt, ends_at: endsAt, ...(placeId && { place_id: placeId }) });
  await recordAudit(tx, tables, by, { action: 'undo', object: { kind: 'appointment', id: kept.id }, personId: requester?.id ?? null, before: values(present), after: values(restored) }, now);
}

async function putClaimsBack(tx: Writer, { claims, proposals }: Tables, kept: KeptAppointment, now: number): Promise<void> {
  await tx.delete(claims).where(eq(claims.appointmentId, kept.id));
  const living = kept.claims.filter(({ heldUntil }) => heldUntil === null || heldUntil > now);
  if (living.length > 0) await tx.insert(claims).values(living.map((row) => ({ ...row })));
  if (kept.proposalIds.length > 0) await tx.update(proposals).set({ state: 'open' }).where(inArray(proposals.id, [...kept.proposalIds]));
}
