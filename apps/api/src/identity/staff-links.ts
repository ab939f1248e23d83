import type { StaffLinkKind } from '@sportello/contract';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { Secrets } from '../secrets.ts';
import { hasAdministrator } from './member-locks.ts';
import type { StaffRow } from './sessions.ts';

export type StaffLinkRow = Tables['staffLinks']['$inferSelect'];

const hour = 3_600_000;
const validMilliseconds: Readonly<Record<StaffLinkKind, number>> = { first_admin: 24 * hour, invitation: 7 * 24 * hour, reset: hour };

/** The address of a link. Its secret stands after the `#`, which browsers send to no server and so reaches no log. */
export function staffLinkAddress(secrets: Secrets, publicUrl: string, linkId: string): string {
  return `${publicUrl}/scrivania/benvenuto#${secrets.token('staff', ownerOf(linkId))}`;
}

/** Makes a link and ends those before it. Inside a write that has locked whom it is for, so that two do not both stay. */
export async function openStaffLink(tx: Writer, tables: Tables, whose: { kind: StaffLinkKind; staffId: string | null }, now: number): Promise<StaffLinkRow> {
  await endStaffLinks(tx, tables, whose.staffId, now);
  const link = { id: newId(), ...whose, createdAt: now, expiresAt: now + validMilliseconds[whose.kind], usedAt: null };
  await tx.insert(tables.staffLinks).values(link);
  return link;
}

/** Ends the links of somebody; null: those of the first administrator. */
export async function endStaffLinks(tx: Writer, { staffLinks }: Tables, staffId: string | null, now: number): Promise<void> {
  const whose = staffId === null ? isNull(staffLinks.staffId) : eq(staffLinks.staffId, staffId);
  await tx.update(staffLinks).set({ expiresAt: now }).where(and(whose, isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, now)));
}

/** Takes a link for good; false where somebody was quicker, or it is over. */
export async function takeStaffLink(tx: Writer, { staffLinks }: Tables, id: string, now: number): Promise<boolean> {
  const taken = await tx
    .update(staffLinks)
    .set({ usedAt: now })
    .where(and(eq(staffLinks.id, id), isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, now)))
    .returning({ id: staffLinks.id });
  return taken.length > 0;
}

/** The link of a token while it can be used, with whose it is (nobody's: the first administrator's); null otherwise. */
export async function findStaffLink({ read, tables }: Pick<Database, 'read' | 'tables'>, secrets: Secrets, token: string, now: number): Promise<{ link: StaffLinkRow; member: StaffRow | null } | null> {
  const { staffLinks, staff } = tables;
  const id = secrets.ownerIdOf(token);
  const [found] = id === null ? [] : await read.select({ link: staffLinks, member: staff }).from(staffLinks).leftJoin(staff, eq(staff.id, staffLinks.staffId)).where(eq(staffLinks.id, id));
  const isRight = secrets.isToken(token, 'staff', found ? ownerOf(found.link.id) : null);
  if (!found || !isRight || found.link.usedAt !== null || found.link.expiresAt <= now) return null;
  if (found.link.kind === 'first_admin' && (await hasAdministrator(read, tables))) return null;
  return isMeantFor(found.link.kind, found.member) ? found : null;
}

/** Whether an account is in the state that a link of this kind is for. Of somebody suspended no link opens anything. */
export function isMeantFor(kind: StaffLinkKind, member: Pick<StaffRow, 'state'> | null): boolean {
  switch (kind) {
    case 'first_admin':
      return member === null;
    case 'invitation':
      return member?.state === 'invited';
    case 'reset':
      return member?.state === 'active';
    default:
      return kind satisfies never;
  }
}

function ownerOf(linkId: string) {
  return { id: linkId, linkGeneration: 0 };
}
