import { recordAudit } from '../audit/record.ts';
import { lockMember } from './member-locks.ts';
import { giveRecoveryCodes } from './recovery-codes.ts';
import type { StaffDeps } from './routes.ts';
import { actorOf, requireFreshSignIn, type StaffMember } from './staff-member.ts';

/** New recovery codes, shown this once; those given before are over. */
export async function renewOwnRecoveryCodes(deps: StaffDeps, staff: StaffMember): Promise<string[]> {
  const { database, clock } = deps;
  const { tables } = database;
  const now = clock.now();
  requireFreshSignIn(staff, now);
  return database.write(async (tx) => {
    await lockMember(tx, tables, staff.id);
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'recovery-codes', id: staff.id } }, now);
    return giveRecoveryCodes(tx, deps, staff.id);
  });
}
