import { and, desc, eq } from 'drizzle-orm';
import type { Clock } from '../../clock.ts';
import type { Database, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import { nextAttemptAt } from '../../notifications/back-off.ts';
import type { Sealing } from '../../sealing.ts';
import { closesMinutesAfter } from '../admission.ts';
import { keepMeeting, type Meeting, type MeetingRow, placeOfReference } from './meeting-rows.ts';
import type { Attendance, Vendor, VendorAnswer, VendorFailure, VendorRoom } from './provider.ts';

export interface CarryOutDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
  /** 0 up to 1. */
  readonly random: () => number;
}

/** After so long nobody can be asked any more who was there, and what could not be taken away stays where it is. */
const givenUpMilliseconds = 24 * 3_600_000;

/** The room of a meeting that was made; null where none was, or its key is not there. */
export function roomOf(sealing: Sealing, { row, wish }: Meeting): VendorRoom | null {
  if (row.reference === null) return null;
  try {
    return { wish, reference: sealing.open(placeOfReference(row.id), row.reference) };
  } catch {
    return null;
  }
}

/**
 * Does what a meeting in hand needs: it is made, moved, taken away, or asked who was there. A failure is tried again, slower and
 * slower, and no earlier than the vendor wants. Answers with how it went; `signal` ends it: then it throws, and the meeting stays due.
 */
export async function carryOut(deps: CarryOutDeps, vendor: Vendor, meeting: Meeting, signal: AbortSignal): Promise<VendorAnswer<VendorRoom | null>> {
  try {
    switch (meeting.row.state) {
      case 'wanted':
      case 'failed':
        return await makeMeeting(deps, vendor, meeting, signal);
      case 'unwanted':
        return await takeAway(deps, vendor, meeting, signal);
      case 'ready':
        return await lookBack(deps, vendor, meeting, signal);
      case 'gone':
        await letGo(deps, meeting);
        return { ok: true, value: null };
      default:
        return meeting.row.state satisfies never;
    }
  } catch (error) {
    await letGo(deps, meeting);
    throw error;
  }
}

/** Makes the meeting in hand, or moves it, whatever is known of it; one that is there as it should be is only asked for. */
export async function makeMeeting(deps: CarryOutDeps, vendor: Vendor, meeting: Meeting, signal: AbortSignal): Promise<VendorAnswer<VendorRoom>> {
  try {
    return await make(deps, vendor, meeting, signal);
  } catch (error) {
    await letGo(deps, meeting);
    throw error;
  }
}

async function make(deps: CarryOutDeps, vendor: Vendor, meeting: Meeting, signal: AbortSignal): Promise<VendorAnswer<VendorRoom>> {
  const { database, sealing } = deps;
  const { row, wish } = meeting;
  const before = roomOf(sealing, meeting);
  const made = before && row.sequence !== wish.sequence
    ? await vendor.move(before, signal)
    : await vendor.ensureRoom(wish, { reference: before?.reference ?? null, isRepeated: row.attempts > 1 }, signal);
  if (!made.ok) {
    await tryAgain(deps, meeting, made, 'failed');
    return made;
  }
  const reference = sealing.seal(placeOfReference(row.id), made.value.reference);
  await keep(database, row, { state: 'ready', reference, sequence: wish.sequence, attempts: 0, failure: null });
  return made;
}

async function takeAway(deps: CarryOutDeps, vendor: Vendor, meeting: Meeting, signal: AbortSignal): Promise<VendorAnswer<null>> {
  const { database, sealing } = deps;
  const room = roomOf(sealing, meeting);
  const removed = room ? await vendor.remove(room, signal) : { ok: true as const, value: null };
  if (removed.ok) await keep(database, meeting.row, { state: 'gone', reference: null, sequence: null, failure: null });
  else await tryAgain(deps, meeting, removed, 'unwanted');
  return removed;
}

/** How long who was there: minutes, and whether it was who led; nothing else is kept of what the vendor tells. */
async function lookBack(deps: CarryOutDeps, vendor: Vendor, meeting: Meeting, signal: AbortSignal): Promise<VendorAnswer<null>> {
  const { database, sealing } = deps;
  const { row, wish } = meeting;
  const room = roomOf(sealing, meeting);
  const seen = room && vendor.attendance ? await vendor.attendance(room, signal) : { ok: true as const, value: [] };
  if (!seen.ok) {
    await tryAgain(deps, meeting, seen, 'ready');
    return seen;
  }
  await database.write(async (tx) => {
    const roomId = (await roomIdOf(database, tx, wish)) ?? row.id;
    if (!(await finish(database, tx, row))) return; // another process was before us
    for (const [index, stay] of seen.value.entries()) await tx.insert(database.tables.roomStays).values(stayOf(stay, index, { roomId, appointmentId: wish.appointmentId }));
  });
  return { ok: true, value: null };
}

async function roomIdOf({ tables: { rooms } }: Database, tx: Writer, { appointmentId }: Meeting['wish']): Promise<string | null> {
  const [room] = await tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.appointmentId, appointmentId)).orderBy(desc(rooms.sequence)).limit(1);
  return room?.id ?? null;
}

async function finish({ tables: { vendorMeetings } }: Database, tx: Writer, { id }: MeetingRow): Promise<boolean> {
  const isOpen = and(eq(vendorMeetings.id, id), eq(vendorMeetings.state, 'ready'));
  const done = await tx.update(vendorMeetings).set({ state: 'gone', reference: null, failure: null, lockedUntil: null }).where(isOpen).returning({ id: vendorMeetings.id });
  return done.length > 0;
}

function stayOf({ isHost, joinedAt, leftAt }: Attendance, index: number, where: { readonly roomId: string; readonly appointmentId: string }) {
  return { id: newId(), ...where, role: isHost ? ('official' as const) : ('citizen' as const), personKey: `vendor:${index + 1}`, joinedAt, leftAt };
}

async function tryAgain({ database, clock, random }: CarryOutDeps, { row, wish }: Meeting, { failure, retryAfterMilliseconds }: VendorFailure, state: MeetingRow['state']): Promise<void> {
  const now = clock.now();
  const isGivenUp = now > wish.endsAt + closesMinutesAfter * 60_000 + givenUpMilliseconds;
  const dueAt = Math.max(nextAttemptAt(row.attempts, now, random), now + (retryAfterMilliseconds ?? 0));
  await keep(database, row, isGivenUp ? { state: 'gone', reference: null, failure } : { state, dueAt, failure });
}

/** Unless the appointment went on meanwhile: then what it needs now is looked at anew. */
async function keep(database: Database, { id, state: before }: MeetingRow, values: Partial<MeetingRow>): Promise<void> {
  const { vendorMeetings } = database.tables;
  await database.write(async (tx) => {
    const [row] = await tx.select({ state: vendorMeetings.state }).from(vendorMeetings).where(eq(vendorMeetings.id, id));
    const { state, ...rest } = values;
    const isSame = row?.state === before;
    await keepMeeting(tx, database.tables, id, isSame && state !== undefined ? { ...rest, state } : rest);
  });
}

async function letGo({ database }: CarryOutDeps, { row }: Meeting): Promise<void> {
  await database.write((tx) => keepMeeting(tx, database.tables, row.id, {}));
}
