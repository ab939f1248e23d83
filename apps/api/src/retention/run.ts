import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { RetentionDeps } from './deps.ts';
import { dueOn } from './due.ts';
import { forgetAppointments, forgetMessages, forgetPeople, forgetTexts } from './forget.ts';
import { nightBegun } from './night.ts';
import { type Run, step, takeTurn, TurnLost } from './turn.ts';

/**
 * Does what is due of the night that has begun, once, if the union switched it on before that night: false where there is nothing
 * to do. Any number of processes may call it: one has the turn, and one that ended in the middle is followed by another, which
 * finds what is left. What cannot be treated is counted, and is due again the next night.
 */
export async function applyRetention(deps: RetentionDeps): Promise<boolean> {
  const { database, clock } = deps;
  const directory = await deps.directory.current();
  const { timeZone } = directory.union;
  const night = nightBegun(timeZone, clock.now());
  if (!(await isSwitchedOn(deps, timeZone, night))) return false;
  const run = await takeTurn(deps, night);
  if (!run) return false;

  const due = await dueOn(database, directory, { day: night, now: clock.now() });
  try {
    await forgetTexts(deps, run, due);
    await forgetMessages(deps, run, due);
    await forgetAppointments(deps, run, due);
    await forgetPeople(deps, run, due); // those whom the appointments named last
    await end(deps, run);
  } catch (error) {
    if (error instanceof TurnLost) return false;
    throw error;
  }
  await database.clearTraces();
  return true;
}

/** What is decided in the afternoon is done in the night, not at once. */
async function isSwitchedOn({ database: { read, tables: { retentionSwitch } } }: RetentionDeps, timeZone: string, night: string): Promise<boolean> {
  const [row] = await read.select().from(retentionSwitch);
  return row !== undefined && row.isOn && nightBegun(timeZone, row.changedAt) < night;
}

async function end(deps: RetentionDeps, run: Run): Promise<void> {
  const { tables } = deps.database;
  const { retentionRuns } = tables;
  await step(deps, run, async (tx) => {
    const [row] = await tx.update(retentionRuns).set({ endedAt: deps.clock.now() }).where(eq(retentionRuns.id, run.id)).returning();
    const { people = 0, appointments = 0, messages = 0, texts = 0 } = row ?? {};
    await recordAudit(tx, tables, { kind: 'system' }, { action: 'erase', object: { kind: 'retention', id: run.id }, after: { people, appointments, messages, texts } }, deps.clock.now());
    return {};
  });
}
