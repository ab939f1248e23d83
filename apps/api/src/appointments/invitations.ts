import type { Channel } from '@sportello/contract';
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { type Actor, recordAudit } from '../audit/record.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { invalid, problem } from '../http/problems.ts';
import { enqueueInvitation } from '../notifications/enqueue.ts';
import type { Secrets } from '../secrets.ts';

/** A link with which one person books once what is not open to everybody. Its token is derived from its id, and kept nowhere. */
export type Invitation = Readonly<Tables['invitations']['$inferSelect']>;

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

export function stateOf({ usedAt, revokedAt, expiresAt }: Pick<Invitation, 'usedAt' | 'revokedAt' | 'expiresAt'>, now: number): InvitationState {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}

/** The address of an invitation. Its secret stands after the `#`, which browsers send to no server and so reaches no log. */
export function invitationLink(secrets: Secrets, publicUrl: string, id: string): string {
  return `${publicUrl}/invito#${secrets.token('invitation', ownerOf(id))}`;
}

/** The invitation of a token, whatever became of it; null for a token that is none. */
export async function invitationOf({ read, tables }: Pick<Database, 'read' | 'tables'>, secrets: Secrets, token: string): Promise<Invitation | null> {
  const id = secrets.ownerIdOf(token);
  const [found] = id === null ? [] : await read.select().from(tables.invitations).where(eq(tables.invitations.id, id));
  return secrets.isToken(token, 'invitation', found ? ownerOf(found.id) : null) ? (found ?? null) : null;
}

/** By its id, which opens nothing but the sight of free times. */
export async function invitationById({ read, tables }: Pick<Database, 'read' | 'tables'>, id: string): Promise<Invitation | null> {
  const [found] = await read.select().from(tables.invitations).where(eq(tables.invitations.id, id));
  return found ?? null;
}

/**
 * The invitation with which somebody asks for a service by a channel. Throws `validation` on the field where there is none
 * for it, and `link-over` where it was taken back, or is over. A used one still shows times: its appointment may be moved.
 */
export function requireInvitation(found: Invitation | null, { service, rules }: BookingRequest, { now, field, mayBeUsed }: { now: number; field: string; mayBeUsed: boolean }): Invitation {
  if (found?.serviceId !== service.id || found.channel !== rules.channel) throw invalid(field, { it: 'Questo invito non vale per questo servizio.', en: 'This invitation is not for this service.' });
  const state = stateOf(found, now);
  if (state === 'open' || (mayBeUsed && state === 'used')) return found;
  throw problem('link-over');
}

export interface InvitationWish {
  readonly serviceId: string;
  readonly officeId: string;
  readonly channel: Channel;
  readonly personId: string | null;
  /** Where the link is mailed; null: it is handed over. */
  readonly email: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly by: Actor & { readonly kind: 'staff' };
}

/** Makes an invitation, inside a write: its entry of the trail, and the mail with its link where there is an address. */
export async function createInvitation(tx: Writer, tables: Tables, { email, by, ...wish }: InvitationWish, now: number): Promise<Invitation> {
  const invitation = { id: newId(), ...wish, staffId: by.staffId, createdAt: now, usedAt: null, revokedAt: null, appointmentId: null };
  await tx.insert(tables.invitations).values(invitation);
  const after = { service_id: wish.serviceId, channel: wish.channel, expires_at: wish.expiresAt };
  await recordAudit(tx, tables, by, { action: 'invite', object: { kind: 'invitation', id: invitation.id }, personId: wish.personId, after }, now);
  if (email !== null && wish.personId !== null) await enqueueInvitation(tx, tables, { ...invitation, personId: wish.personId }, now);
  return invitation;
}

/** Takes an invitation back; one that was used or is over stays as it is. */
export async function revokeInvitation(tx: Writer, tables: Tables, { id, personId }: Pick<Invitation, 'id' | 'personId'>, by: Actor, now: number): Promise<void> {
  const { invitations } = tables;
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  if (revoked.length > 0) await recordAudit(tx, tables, by, { action: 'revoke', object: { kind: 'invitation', id }, personId }, now);
}

/** Uses an invitation for this appointment, inside the write that confirms it; false: it is over, or somebody used it first. */
export async function useInvitation(tx: Writer, { invitations }: Tables, id: string, appointmentId: string, now: number): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: now, appointmentId })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now)))
    .returning({ id: invitations.id });
  return used.length > 0;
}

/** Those of the offices named (null: of all), the newest first, at most 500. */
export function listInvitations({ read, tables }: Pick<Database, 'read' | 'tables'>, officeIds: readonly string[] | null): Promise<Invitation[]> {
  const { invitations } = tables;
  const ofOffices = officeIds === null ? undefined : inArray(invitations.officeId, [...officeIds]);
  return read.select().from(invitations).where(ofOffices).orderBy(desc(invitations.createdAt), desc(invitations.id)).limit(500);
}

function ownerOf(id: string) {
  return { id, linkGeneration: 0 };
}
