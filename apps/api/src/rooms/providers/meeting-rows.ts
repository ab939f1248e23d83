import type { VideoProvider } from '@sportello/contract';
import { and, eq, gt, inArray, isNotNull, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Timed } from '../../appointments/appointment.ts';
import { shownCode } from '../../appointments/codes.ts';
import type { Database, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';
import type { SealedPlace } from '../../sealing.ts';
import { closesMinutesAfter } from '../admission.ts';
import { nextStateOf, standingStates } from './meeting-states.ts';
import type { MeetingWish, VendorName } from './provider.ts';

export type MeetingRow = Readonly<Tables['vendorMeetings']['$inferSelect']>;

/** An appointment with its meeting at a vendor's. */
export interface Meeting {
  readonly row: MeetingRow;
  readonly wish: MeetingWish;
}

const rowsAtOnce = 200;
/** So long after its end a meeting is still looked at. */
export const keptInSightMilliseconds = 7 * 24 * 3_600_000;

export function placeOfReference(id: string): SealedPlace {
  return { table: 'vendor_meetings', column: 'reference', id };
}

export function wishOf({ id, sequence, code, startsAt, endsAt }: Pick<Timed, 'id' | 'sequence' | 'code' | 'startsAt' | 'endsAt'>): MeetingWish {
  return { appointmentId: id, sequence, title: `Appuntamento ${shownCode(code)}`, startsAt, endsAt };
}

/**
 * Looks which meetings should be where, and notes what is different: so nothing that becomes of an appointment has to tell
 * anybody, and nothing is lost that happened while this did not run. `isMadeAhead`: whether the provider wants them made before.
 */
export async function noteWanted(database: Database, provider: VideoProvider, { isMadeAhead }: { isMadeAhead: boolean }, now: number): Promise<void> {
  const { read, write, tables } = database;
  const { appointments, vendorMeetings } = tables;
  if (isMadeAhead) await noteMissing(database, provider, now);
  const rows = await read
    .select({ id: vendorMeetings.id, meeting: vendorMeetings, appointment: { state: appointments.state, channel: appointments.channel, sequence: appointments.sequence, endsAt: appointments.endsAt } })
    .from(vendorMeetings)
    .innerJoin(appointments, eq(appointments.id, vendorMeetings.appointmentId))
    .where(gt(appointments.endsAt, now - keptInSightMilliseconds));
  const changed = rows.flatMap(({ id, meeting, appointment }) => {
    const state = nextStateOf(meeting, { ...appointment, endsAt: appointment.endsAt ?? 0 }, provider, now);
    return state === null ? [] : [{ id, before: meeting.state, state }];
  });
  if (changed.length === 0) return;
  await write(async (tx) => {
    for (const { id, before, state } of changed) {
      const isAsRead = and(eq(vendorMeetings.id, id), eq(vendorMeetings.state, before));
      await tx.update(vendorMeetings).set({ state, attempts: 0, dueAt: now, failure: null }).where(isAsRead);
    }
  });
}

/** A row for each appointment ahead that has none. Two processes that find the same write it once. */
async function noteMissing({ read, write, tables: { appointments, vendorMeetings } }: Database, provider: VideoProvider, now: number): Promise<void> {
  const known = read.select({ id: vendorMeetings.appointmentId }).from(vendorMeetings).where(eq(vendorMeetings.provider, provider));
  const isAhead = and(isNotNull(appointments.startsAt), gt(appointments.endsAt, now));
  const missing = await read
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.channel, 'video'), inArray(appointments.state, [...standingStates]), isAhead, notInArray(appointments.id, known)))
    .orderBy(appointments.startsAt, appointments.id)
    .limit(rowsAtOnce);
  if (missing.length === 0) return;
  const rows = missing.map(({ id }) => ({ id: newId(), appointmentId: id, provider, state: 'wanted' as const, dueAt: now, createdAt: now }));
  await write((tx) => tx.insert(vendorMeetings).values(rows).onConflictDoNothing());
}

/** Which meetings have something to be done now: to be made, moved, taken away, or, when their time is over, looked back at. */
function isDue({ read, tables: { appointments, vendorMeetings } }: Database, now: number): SQL | undefined {
  const closed = read.select({ id: appointments.id }).from(appointments).where(lte(appointments.endsAt, now - closesMinutesAfter * 60_000));
  const hasWork = or(inArray(vendorMeetings.state, ['wanted', 'failed', 'unwanted']), and(eq(vendorMeetings.state, 'ready'), inArray(vendorMeetings.appointmentId, closed)));
  return and(hasWork, lte(vendorMeetings.dueAt, now));
}

/** Not in the hands of another process. */
function isFree({ tables: { vendorMeetings } }: Database, now: number): SQL | undefined {
  return or(isNull(vendorMeetings.lockedUntil), lte(vendorMeetings.lockedUntil, now));
}

/** The meetings that are due, those that begin first before the others. */
export async function readDueMeetings(database: Database, now: number): Promise<string[]> {
  const { appointments, vendorMeetings } = database.tables;
  const rows = await database.read
    .select({ id: vendorMeetings.id })
    .from(vendorMeetings)
    .innerJoin(appointments, eq(appointments.id, vendorMeetings.appointmentId))
    .where(and(isDue(database, now), isFree(database, now)))
    .orderBy(appointments.startsAt, vendorMeetings.id)
    .limit(rowsAtOnce);
  return rows.map(({ id }) => id);
}

/** So long a meeting is in the hands of one process; what is done with it takes less. */
const leaseMilliseconds = 60_000;

/** Takes a meeting that was seen to be due; null where another process has it, or has done meanwhile what was to be done. */
export async function takeDueMeeting(database: Database, id: string, now: number): Promise<Meeting | null> {
  return take(database, and(eq(database.tables.vendorMeetings.id, id), isDue(database, now)), now);
}

/** Takes the meeting of an appointment whatever it needs; null where another process has it, or it is gone. */
export async function takeMeetingOf(database: Database, appointmentId: string, provider: VendorName, now: number): Promise<Meeting | null> {
  const { vendorMeetings } = database.tables;
  return take(database, and(eq(vendorMeetings.appointmentId, appointmentId), eq(vendorMeetings.provider, provider)), now);
}

async function take(database: Database, isIt: SQL | undefined, now: number): Promise<Meeting | null> {
  const { appointments, vendorMeetings } = database.tables;
  return database.write(async (tx) => {
    const [row] = await tx.update(vendorMeetings).set({ lockedUntil: now + leaseMilliseconds, attempts: sql`${vendorMeetings.attempts} + 1` }).where(and(isIt, isFree(database, now))).returning();
    if (!row) return null;
    const [appointment] = await tx.select().from(appointments).where(eq(appointments.id, row.appointmentId));
    if (!appointment || appointment.startsAt === null || appointment.endsAt === null) return null;
    return { row, wish: wishOf({ ...appointment, startsAt: appointment.startsAt, endsAt: appointment.endsAt }) };
  });
}

/** Notes what became of a meeting, and lets go of it. */
export async function keepMeeting(tx: Writer, { vendorMeetings }: Tables, id: string, values: Partial<MeetingRow>): Promise<void> {
  await tx.update(vendorMeetings).set({ ...values, lockedUntil: null }).where(eq(vendorMeetings.id, id));
}
