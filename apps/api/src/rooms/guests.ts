import { type GuestRole } from '@sportello/contract';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Timed } from '../appointments/appointment.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { Secrets } from '../secrets.ts';
import type { RoomDeps } from './deps.ts';
import type { Guest } from './room.ts';

/** More people than this do not fit into a room, and links that nobody needs lie about. */
const mostGuests = 5;

/** Who may still come, in the order in which they were invited. */
export function guestsOf({ read, tables: { roomGuests } }: Pick<Database, 'read' | 'tables'>, appointmentId: string): Promise<Guest[]> {
  return read.select().from(roomGuests).where(and(eq(roomGuests.appointmentId, appointmentId), isNull(roomGuests.revokedAt))).orderBy(asc(roomGuests.id));
}

interface GuestWish {
  readonly appointment: Timed;
  readonly name: string;
  readonly role: GuestRole;
  readonly by: Actor;
  /** Kept in the same write. */
  readonly remember?: (tx: Writer, id: string) => Promise<void>;
}

export type GuestOutcome = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: 'limit-reached' };

/** Lets somebody come by a link of their own. Their name is kept for the others to see, and with the appointment. */
export async function inviteGuest({ database, clock }: Pick<RoomDeps, 'database' | 'clock'>, { appointment, name, role, by, remember }: GuestWish): Promise<GuestOutcome> {
  const { tables } = database;
  const { roomGuests, appointments } = tables;
  return attempt<GuestOutcome>(database, async (tx) => {
    const now = clock.now();
    await tx.update(appointments).set({ id: appointment.id }).where(eq(appointments.id, appointment.id)); // of two who invite at once the second one counts the first
    const [invited] = await tx.select({ count: count() }).from(roomGuests).where(and(eq(roomGuests.appointmentId, appointment.id), isNull(roomGuests.revokedAt)));
    if ((invited?.count ?? 0) >= mostGuests) return { ok: false, why: 'limit-reached' };
    const id = newId();
    await tx.insert(roomGuests).values({ id, appointmentId: appointment.id, role, name, staffId: by.kind === 'staff' ? by.staffId : null, createdAt: now });
    const requester = await readRequester(tx, tables, appointment.id);
    await recordAudit(tx, tables, by, { action: 'invite', object: { kind: 'appointment', id: appointment.id }, personId: requester?.id ?? null, after: { guest_id: id, role } }, now);
    await remember?.(tx, id);
    return { ok: true, id };
  });
}

/** Takes a link back; false: there is none of this appointment. Whoever came by it is told by the room itself. */
export async function revokeGuest({ database, clock }: Pick<RoomDeps, 'database' | 'clock'>, { appointment, id, by }: { appointment: Pick<Timed, 'id'>; id: string; by: Actor }): Promise<boolean> {
  const { tables } = database;
  const { roomGuests } = tables;
  return database.write(async (tx) => {
    const now = clock.now();
    const isTheirs = and(eq(roomGuests.id, id), eq(roomGuests.appointmentId, appointment.id));
    const revoked = await tx.update(roomGuests).set({ revokedAt: now }).where(and(isTheirs, isNull(roomGuests.revokedAt))).returning({ id: roomGuests.id });
    if (revoked.length === 0) return (await tx.select({ id: roomGuests.id }).from(roomGuests).where(isTheirs)).length > 0;
    const requester = await readRequester(tx, tables, appointment.id);
    await recordAudit(tx, tables, by, { action: 'revoke', object: { kind: 'appointment', id: appointment.id }, personId: requester?.id ?? null, after: { guest_id: id } }, now);
    return true;
  });
}

/** The token of a guest's link: derived from its id, and kept nowhere. */
export function guestToken(secrets: Secrets, id: string): string {
  return secrets.token('guest', { id, linkGeneration: 0 });
}

/** Whose link it is, taken back or not; null for a token that is none. */
export async function guestOfToken({ read, tables: { roomGuests } }: { read: Database['read']; tables: Tables }, secrets: Secrets, token: string): Promise<Guest | null> {
  const id = secrets.ownerIdOf(token);
  const [found] = id === null ? [] : await read.select().from(roomGuests).where(eq(roomGuests.id, id));
  return secrets.isToken(token, 'guest', found ? { id: found.id, linkGeneration: 0 } : null) ? (found ?? null) : null;
}
