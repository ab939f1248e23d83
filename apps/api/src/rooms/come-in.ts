import { mostInRoom, type RoomEnd } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { recordEvent } from '../appointments/events.ts';
import { attempt } from '../database/attempt.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Clock } from '../clock.ts';
import type { Inside } from './inside.ts';
import { aliveMilliseconds } from './presence-times.ts';
import { lockRoom, peopleOf } from './room-queries.ts';
import { type RoomPass, tokenMilliseconds } from './room-token.ts';
import { isOfDesk, type RoomPersonRow } from './room.ts';
import { beginStay } from './stays.ts';

export interface ComeInWish {
  readonly pass: RoomPass;
  readonly inside: Inside;
  readonly hasCamera: boolean;
  readonly hasMicrophone: boolean;
}

export type ComeInOutcome =
  | { readonly ok: true; readonly personId: string; readonly connection: string; readonly isAdmitted: boolean }
  | { readonly ok: false; readonly why: Extract<RoomEnd, 'closed' | 'token' | 'full'> };

/**
 * Somebody comes to a room with a token, which is used up: the desk is in at once, everybody else waits. Who was let in
 * before and did not leave is in again, however long their connection was gone. Whatever connection spoke for them before does not any more.
 */
export function comeIn({ database, clock }: { readonly database: Database; readonly clock: Clock }, { pass, inside, hasCamera, hasMicrophone }: ComeInWish): Promise<ComeInOutcome> {
  const { tables } = database;
  const { key, role, appointment, actor } = inside;
  return attempt<ComeInOutcome>(database, async (tx) => {
    const room = await lockRoom(tx, tables, pass.roomId);
    const now = clock.now();
    if (!room || room.closedAt !== null) return { ok: false, why: 'closed' };
    if (!(await useUp(tx, database, pass, now))) return { ok: false, why: 'token' };
    const people = await peopleOf(tx, tables, room.id);
    const before = people.find(({ personKey }) => personKey === key) ?? null;
    const admittedAt = before?.admittedAt ?? (isOfDesk(role) ? now : null);
    if (admittedAt !== null && people.filter((one) => one !== before && isIn(one)).length >= mostInRoom) return { ok: false, why: 'full' };

    const connection = newId();
    const present = { role, admittedAt, hasCamera, hasMicrophone, microphone: false, camera: false, screen: false, connection, aliveUntil: now + aliveMilliseconds, awaySince: null, leftAt: null };
    const personId = before?.id ?? newId();
    const isNew = before === null || before.leftAt !== null;
    if (before) await tx.update(tables.roomPeople).set({ ...present, ...(isNew && { waitingSince: now }) }).where(eq(tables.roomPeople.id, before.id));
    else await tx.insert(tables.roomPeople).values({ id: personId, roomId: room.id, personKey: key, waitingSince: now, ...present });
    if (admittedAt !== null) await beginStay(tx, tables, { roomId: room.id, role, personKey: key }, appointment.id, now);
    if (role === 'citizen' && isNew) await recordEvent(tx, tables, appointment, { kind: 'room-changed', by: actor, at: now });
    return { ok: true, personId, connection, isAdmitted: admittedAt !== null };
  });
}

/** Somebody who is in the room, or was a moment ago. */
export function isIn({ admittedAt, leftAt }: Pick<RoomPersonRow, 'admittedAt' | 'leftAt'>): boolean {
  return admittedAt !== null && leftAt === null;
}

/** Each token opens one connection; false: it did so already. */
async function useUp(tx: Writer, { tables: { usedRoomTokens } }: Database, { id, expiresAt }: RoomPass, now: number): Promise<boolean> {
  const keptUntil = Math.max(expiresAt, now) + tokenMilliseconds; // longer than any process believes in it
  const used = await tx.insert(usedRoomTokens).values({ id, expiresAt: keptUntil }).onConflictDoNothing().returning({ id: usedRoomTokens.id });
  return used.length > 0;
}
