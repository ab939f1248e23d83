import type { TotpEnrolment } from '@sportello/contract';
import { recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import { problem } from '../http/problems.ts';
import { enqueueStaffNotice } from '../notifications/enqueue-staff.ts';
import { afterFactorAdded, isOvertaken, requireMayAddFactor } from './adding-factors.ts';
import { findMember } from './find-member.ts';
import { lockMember } from './member-locks.ts';
import type { StaffDeps } from './routes.ts';
import { factorsOf } from './second-factors.ts';
import { actorOf, requireFreshSignIn, type StaffMember } from './staff-member.ts';
import { beginTotpSeed, confirmTotpSeed, deleteTotpSeeds, totpAddress } from './totp.ts';
import { unionNameOf } from './union-name.ts';

/** A new secret for somebody's authenticator app, in force once a code of it was shown. */
export async function beginOwnTotp(deps: StaffDeps, staff: StaffMember): Promise<TotpEnrolment> {
  const { database, clock } = deps;
  const { read, tables } = database;
  requireMayAddFactor(staff, await factorsOf(read, tables, staff.id), clock.now());
  const named = { issuer: await unionNameOf(database), label: (await findMember(read, tables, staff.id))?.email ?? '' };
  const secret = await database.write(async (tx) => {
    await lockMember(tx, tables, staff.id);
    return beginTotpSeed(tx, deps, staff.id, clock.now());
  });
  return { secret, uri: totpAddress(secret, named) };
}

/** Puts it in force. Answers with the recovery codes that the first factor of an account brings, else null. */
export async function confirmOwnTotp(deps: StaffDeps, staff: StaffMember, code: string): Promise<string[] | null> {
  const { database, clock } = deps;
  const { tables } = database;
  const now = clock.now();
  const outcome = await attempt(database, async (tx) => {
    await lockMember(tx, tables, staff.id);
    const before = await factorsOf(tx, tables, staff.id);
    if (isOvertaken(staff, before)) return { ok: false, why: 'sign-in-over' } as const;
    const confirmed = await confirmTotpSeed(tx, deps, { staffId: staff.id, code }, now);
    if (!confirmed.ok) return confirmed;
    await recordAudit(tx, tables, actorOf(staff), { action: before.totp ? 'change' : 'create', object: { kind: 'totp', id: staff.id } }, now);
    return { ok: true, codes: await afterFactorAdded(tx, deps, staff, before, now) } as const;
  });
  if (!outcome.ok) throw problem(outcome.why);
  return outcome.codes;
}

/** Takes the authenticator app away. Throws `last-factor` where no passkey would stay. */
export async function removeOwnTotp({ database, clock }: StaffDeps, staff: StaffMember): Promise<void> {
  const { tables } = database;
  const now = clock.now();
  requireFreshSignIn(staff, now);
  await database.write(async (tx) => {
    await lockMember(tx, tables, staff.id);
    const { totp, passkeys } = await factorsOf(tx, tables, staff.id);
    if (totp && passkeys === 0) throw problem('last-factor');
    await deleteTotpSeeds(tx, tables, staff.id);
    if (!totp) return;
    await enqueueStaffNotice(tx, tables, 'staff-second-factor-removed', staff.id, now);
    await recordAudit(tx, tables, actorOf(staff), { action: 'delete', object: { kind: 'totp', id: staff.id } }, now);
  });
}
