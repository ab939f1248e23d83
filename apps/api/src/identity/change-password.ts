import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { invalid, problem, type Said } from '../http/problems.ts';
import { enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import { endChallengesOf } from './challenges.ts';
import { findMember } from './find-member.ts';
import { lockMember } from './member-locks.ts';
import { hashPassword, judgePassword, verifyPassword } from './passwords.ts';
import type { StaffDeps } from './routes.ts';
import { endSessionsOf, type StaffRow } from './sessions.ts';
import { endStaffLinks } from './staff-links.ts';
import { actorOf, requireFreshSignIn, type StaffMember } from './staff-member.ts';
import { unionNameOf } from './union-name.ts';

const required: Said = { it: 'Campo obbligatorio.', en: 'This field is required.' };
const isShownToEverybody: Said = {
  it: 'La password degli account dimostrativi è mostrata a tutti nella pagina di accesso: non si cambia.',
  en: 'The password of demo accounts is shown to everybody on the sign-in page: it does not change.',
};

/** Gives somebody another password. Whoever else is signed in, or half way in, with the old one is out. */
export async function changeOwnPassword(deps: StaffDeps, staff: StaffMember, { current_password, new_password }: { current_password?: string; new_password: string }): Promise<void> {
  const { database, clock } = deps;
  const member = await findMember(database.read, database.tables, staff.id);
  if (!member) throw problem('session-over');
  if (member.isDemo) throw problem('not-allowed', { detail: isShownToEverybody });
  judgePassword('/new_password', new_password, { ...member, unionName: await unionNameOf(database) });
  await requireOwner(deps, staff, member, current_password);
  const passwordHash = await hashPassword(new_password);
  await database.write(async (tx) => {
    const { tables } = database;
    const now = clock.now();
    const before = await lockMember(tx, tables, staff.id);
    if (before?.passwordHash !== member.passwordHash) throw problem('wrong-credentials'); // it changed while this one was looked at
    await tx.update(tables.staff).set({ passwordHash, passwordChangedAt: now }).where(eq(tables.staff.id, staff.id));
    await endSessionsOf(tx, tables, staff.id, 'password', now, staff.sessionId);
    await endChallengesOf(tx, tables, staff.id);
    await endStaffLinks(tx, tables, staff.id, now);
    await enqueueStaffNotice(tx, tables, 'staff-password-changed', staff.id, now);
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'password', id: staff.id }, before: { password: null }, after: { password: null } }, now);
  });
}

/** By the current password, counted like a sign-in: a session left open must not serve to guess it. Where there is none, by a fresh sign-in. */
async function requireOwner({ throttle, clock }: StaffDeps, staff: StaffMember, { email, passwordHash }: StaffRow, currentPassword: string | undefined): Promise<void> {
  if (passwordHash === null) return requireFreshSignIn(staff, clock.now());
  if (currentPassword === undefined) throw invalid('/current_password', required);
  const counted = await throttle.tryPassword({ email, address: staff.address });
  if (!(await verifyPassword(currentPassword, passwordHash))) throw problem('wrong-credentials');
  await counted.uncount();
}
