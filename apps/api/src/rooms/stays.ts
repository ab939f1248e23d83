import type { RoomStay } from '@sportello/contract';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { idInKey } from './room-token.ts';
import type { RoomPersonRow } from './room.ts';

export type Stay = Readonly<Tables['roomStays']['$inferSelect']>;

const mostStays = 200;

/** Somebody is in the room from now on. Who is already in goes on with the stay that they have. */
export async function beginStay(tx: Writer, { roomStays }: Tables, { roomId, role, personKey }: Pick<RoomPersonRow, 'roomId' | 'role' | 'personKey'>, appointmentId: string, now: number): Promise<void> {
  const [open] = await tx.select({ id: roomStays.id }).from(roomStays).where(and(eq(roomStays.roomId, roomId), eq(roomStays.personKey, personKey), isNull(roomStays.leftAt)));
  if (!open) await tx.insert(roomStays).values({ id: newId(), roomId, appointmentId, role, personKey, joinedAt: now });
}

/** They were in the room until then. */
export async function endStay(tx: Writer, { roomStays }: Tables, { roomId, personKey }: Pick<RoomPersonRow, 'roomId' | 'personKey'>, leftAt: number): Promise<void> {
  await tx.update(roomStays).set({ leftAt }).where(and(eq(roomStays.roomId, roomId), eq(roomStays.personKey, personKey), isNull(roomStays.leftAt)));
}

/** All stays in the rooms of an appointment, the earliest first. */
export function staysOf({ read, tables: { roomStays } }: Pick<Database, 'read' | 'tables'>, appointmentId: string): Promise<Stay[]> {
  return read.select().from(roomStays).where(eq(roomStays.appointmentId, appointmentId)).orderBy(asc(roomStays.joinedAt), asc(roomStays.id)).limit(mostStays);
}

/** Whole minutes, begun ones too: who was there for half a minute was there. */
export function minutesOf({ joinedAt, leftAt }: Pick<Stay, 'joinedAt' | 'leftAt'>, now: number): number {
  return Math.max(0, Math.ceil(((leftAt ?? now) - joinedAt) / 60_000));
}

/** Names of whoever was there, by the key of the person. `citizen`: the name of who asked for the appointment. */
export async function namesByKey(database: Pick<Database, 'read' | 'tables'>, keys: readonly string[], citizenName: string): Promise<ReadonlyMap<string, string>> {
  const { staff, roomGuests } = database.tables;
  const idsOf = (kind: 'staff' | 'guest') => [...new Set(keys.flatMap((key) => idInKey(key, kind) ?? []))];
  const [staffIds, guestIds] = [idsOf('staff'), idsOf('guest')];
  const members = staffIds.length === 0 ? [] : await database.read.select({ id: staff.id, givenName: staff.givenName, familyName: staff.familyName }).from(staff).where(inArray(staff.id, staffIds));
  const guests = guestIds.length === 0 ? [] : await database.read.select({ id: roomGuests.id, name: roomGuests.name }).from(roomGuests).where(inArray(roomGuests.id, guestIds));
  return new Map([
    ['citizen', citizenName],
    ...members.map(({ id, givenName, familyName }) => [`staff:${id}`, `${givenName} ${familyName}`] as const),
    ...guests.map(({ id, name }) => [`guest:${id}`, name ?? ''] as const),
  ]);
}

/** How long who was there: names of those who are known. */
export function stayOnWire(stay: Stay, name: string | null, write: (instant: number) => string, now: number): RoomStay {
  return { role: stay.role, name: name || null, joined_at: write(stay.joinedAt), left_at: stay.leftAt === null ? null : write(stay.leftAt), minutes: minutesOf(stay, now) };
}
