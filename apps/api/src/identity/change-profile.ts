import { normalizeName, type ProfileChange } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { recordAudit, type Values } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { problem } from '../http/problems.ts';
import { lockMember } from './member-locks.ts';
import type { StaffRow } from './sessions.ts';
import { actorOf, type StaffMember } from './staff-member.ts';

/** Changes what somebody may change of their own account: names, language, what is told by mail. */
export async function changeOwnProfile({ database, clock }: { database: Database; clock: Clock }, staff: StaffMember, change: ProfileChange): Promise<void> {
  const { tables } = database;
  await database.write(async (tx) => {
    const before = await lockMember(tx, tables, staff.id);
    if (!before) throw problem('session-over');
    const [after] = await tx.update(tables.staff).set(changed(before, change)).where(eq(tables.staff.id, staff.id)).returning();
    if (!after || JSON.stringify(named(after)) === JSON.stringify(named(before))) return;
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'member', id: staff.id }, before: named(before), after: named(after) }, clock.now());
  });
}

function changed(before: StaffRow, { given_name, family_name, language, notices, system_notices }: ProfileChange) {
  return {
    givenName: given_name === undefined ? before.givenName : normalizeName(given_name),
    familyName: family_name === undefined ? before.familyName : normalizeName(family_name),
    language: language ?? before.language,
    notices: notices ?? before.notices,
    systemNotices: system_notices ?? before.systemNotices,
  };
}

function named({ givenName, familyName, language, notices, systemNotices }: StaffRow): Values {
  return { given_name: givenName, family_name: familyName, language, notices, system_notices: systemNotices };
}
