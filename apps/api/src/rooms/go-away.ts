import { awayMilliseconds } from '@sportello/contract';
import { and, eq, inArray, isNotNull, isNull, lte, notInArray, or, type SQL } from 'drizzle-orm';
import { recordEvent } from '../appointments/events.ts';
import { readAppointment } from '../appointments/read-appointment.ts';
import type { Clock } from '../clock.ts';
import type { Database, Writer } from '../database/database.ts';
import { aliveMilliseconds } from './presence-times.ts';
import { readRoom } from './room-queries.ts';
import type { RoomPersonRow } from './room.ts';
import { endStay } from './stays.ts';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
}

/** Connections broke: who spoke by them is shown as away for a while. Answers with whom it was true of: others may speak for them by now. */
export async function goAway({ database, clock }: Deps, connections: readonly string[]): Promise<readonly RoomPersonRow[]> {
  if (connections.length === 0) return [];
  const { roomPeople } = database.tables;
  const away = { connection: null, aliveUntil: null, awaySince: clock.now(), microphone: false, camera: false, screen: false };
  return database.write((tx) => tx.update(roomPeople).set(away).where(inArray(roomPeople.connection, [...connections])).returning());
}

/** Somebody left, or has to: whoever comes again has to be let in again. */
export async function leave({ database, clock }: Deps, connection: string): Promise<RoomPersonRow | null> {
  const { tables } = database;
  return database.write(async (tx) => {
    const now = clock.now();
    const [person] = await tx
      .update(tables.roomPeople)
      .set({ connection: null, aliveUntil: null, awaySince: null, admittedAt: null, leftAt: now, microphone: false, camera: false, screen: false })
      .where(eq(tables.roomPeople.connection, connection))
      .returning();
    if (person) await recordLeft(tx, database, person, now, now);
    return person ?? null;
  });
}

/** These connections are there: said again and again, in one statement for all. */
export async function sayAlive({ database, clock }: Deps, connections: readonly string[]): Promise<void> {
  const { roomPeople } = database.tables;
  if (connections.length === 0) return;
  await database.write((tx) => tx.update(roomPeople).set({ aliveUntil: clock.now() + aliveMilliseconds }).where(inArray(roomPeople.connection, [...connections])));
}

/** A connection that somebody else took for gone is there: it speaks for its person again, unless another one does. */
export async function comeBack({ database, clock }: Deps, { personId, connection }: { personId: string; connection: string }): Promise<void> {
  const { roomPeople } = database.tables;
  const present = { connection, aliveUntil: clock.now() + aliveMilliseconds, awaySince: null, leftAt: null };
  await database.write((tx) => tx.update(roomPeople).set(present).where(and(eq(roomPeople.id, personId), isNull(roomPeople.connection))));
}

interface Where {
  /** Only in these rooms; null: in all. */
  readonly roomIds: readonly string[] | null;
  /** Connections of this process: whether they are there it knows best. */
  readonly own: readonly string[];
}

/**
 * Takes note of what time has done: connections of processes that died are gone, and who was away for too long is not in the
 * room any more (they come back without being let in again). Answers with the rooms in which something changed.
 */
export async function noteGone({ database, clock }: Deps, { roomIds, own }: Where): Promise<readonly string[]> {
  const { roomPeople } = database.tables;
  const now = clock.now();
  const within = roomIds === null ? undefined : inArray(roomPeople.roomId, [...roomIds]);
  const notOwn = own.length === 0 ? undefined : notInArray(roomPeople.connection, [...own]);
  const isDead = and(isNotNull(roomPeople.connection), lte(roomPeople.aliveUntil, now), notOwn);
  const isLongGone = and(isNull(roomPeople.connection), isNull(roomPeople.leftAt), lte(roomPeople.awaySince, now - awayMilliseconds));
  const due = await database.read.select({ id: roomPeople.id }).from(roomPeople).where(and(within, or(isDead, isLongGone))).limit(1);
  if (due.length === 0) return [];
  return database.write(async (tx) => {
    const dead = await tx.update(roomPeople).set({ connection: null, aliveUntil: null, awaySince: now }).where(and(within, isDead)).returning({ roomId: roomPeople.roomId });
    const gone = await endAbsences(tx, database, and(within, isLongGone), now);
    return [...new Set([...dead, ...gone].map(({ roomId }) => roomId))];
  });
}

async function endAbsences(tx: Writer, database: Database, which: SQL | undefined, now: number): Promise<readonly RoomPersonRow[]> {
  const { roomPeople } = database.tables;
  const gone = await tx.update(roomPeople).set({ leftAt: now }).where(which).returning();
  for (const person of gone) await recordLeft(tx, database, person, person.awaySince ?? now, now);
  return gone;
}

/** The stay is over, and boards show that the citizen is not there. */
async function recordLeft(tx: Writer, { tables }: Database, person: RoomPersonRow, leftAt: number, now: number): Promise<void> {
  await endStay(tx, tables, person, leftAt);
  if (person.role !== 'citizen') return;
  const room = await readRoom(tx, tables, person.roomId);
  const appointment = room && (await readAppointment(tx, tables, room.appointmentId));
  if (appointment) await recordEvent(tx, tables, appointment, { kind: 'room-changed', by: { kind: 'system' }, at: now });
}
