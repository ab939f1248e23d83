import type { RetentionChange } from '@sportello/contract';
import { recordAudit } from '../audit/record.ts';
import { problem } from '../http/problems.ts';
import { actorOf, type StaffMember } from '../identity/staff-member.ts';
import type { RetentionDeps } from './deps.ts';
import { forecastRetention } from './forecast.ts';

/**
 * Switches the work of the night on or off. Whoever switches it on says what the dry run told them: `changed-meanwhile` where it
 * tells something else by now, or where somebody was quicker.
 */
export async function switchRetention(deps: Omit<RetentionDeps, 'secrets'>, staff: StaffMember, { revision, is_on: isOn, seen }: RetentionChange): Promise<void> {
  const { database, clock } = deps;
  const { tables } = database;
  const { retentionSwitch } = tables;
  if (isOn) await requireSeen(deps, seen);
  await database.write(async (tx) => {
    // Who comes second waits for the row, and then finds another revision.
    const [present] = await tx.insert(retentionSwitch).values({ id: 'union', isOn: false, revision: 0, staffId: staff.id, changedAt: clock.now() })
      .onConflictDoUpdate({ target: retentionSwitch.id, set: { id: 'union' } }).returning();
    if (present?.revision !== revision) throw problem('changed-meanwhile');
    const seenNow = { seenPeople: seen?.people ?? null, seenAppointments: seen?.appointments ?? null };
    await tx.update(retentionSwitch).set({ isOn, revision: revision + 1, ...seenNow, staffId: staff.id, changedAt: clock.now() });
    const after = { is_on: isOn, ...(seen && { people: seen.people, appointments: seen.appointments }) };
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'retention', id: null }, before: { is_on: present.isOn }, after }, clock.now());
  });
}

async function requireSeen(deps: Omit<RetentionDeps, 'secrets'>, seen: RetentionChange['seen']): Promise<void> {
  const { night, people, appointments } = await forecastRetention(deps);
  if (seen?.night !== night || seen.people !== people || seen.appointments !== appointments) throw problem('changed-meanwhile');
}
