import { checkSystemState, showSystemMark, showSystemState, type SystemState } from '@sportello/contract';
import { instantWriter } from '../appointments/wire.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { App } from '../http/app.ts';
import type { LightDeps } from './lights/light.ts';
import { readJobs } from './read-jobs.ts';
import { readProcesses } from './read-processes.ts';
import { readMark } from './watch/read-mark.ts';
import { type KnownLight, systemLights } from './system-state.ts';

export interface SystemDeps extends LightDeps {
  readonly directory: DirectoryStore;
  /** The process that answers; null: it gives no signs of life. */
  readonly processId: string | null;
}

/** How everything is that the desk stands on. */
export function stateRoutes(api: App, deps: SystemDeps): void {
  const { database, clock, directory, version, processId } = deps;
  const lights = systemLights(deps);
  const startedAt = clock.now();

  api.route({ ...showSystemState, handler: () => show(false) });
  api.route({ ...checkSystemState, handler: () => show(true) });
  api.route({ ...showSystemMark, handler: () => readMark(database, { now: clock.now(), startedAt }) });

  async function show(anew: boolean): Promise<SystemState> {
    const known = await lights.read({ anew });
    const now = clock.now();
    const seen = await readProcesses(database, now);
    const jobs = await readJobs(database, seen.filter(({ isAlive }) => isAlive).map(({ id }) => id), now);
    const write = instantWriter(await directory.current());
    const orNull = (instant: number | null) => (instant === null ? null : write(instant));
    return {
      checked_at: write(now),
      version,
      is_checking: known.isChecking,
      lights: known.lights.map((light) => lightOnWire(light, write)),
      processes: seen.map(({ id, role, machine, version: theirs, startedAt, seenAt, isAlive }) => ({
        id,
        role,
        machine,
        version: theirs,
        started_at: write(startedAt),
        last_seen_at: write(seenAt),
        state: isAlive ? ('alive' as const) : ('died' as const),
        is_answering: id === processId,
      })),
      jobs: jobs.map(({ job, state, everyMilliseconds, lastGoodAt, failingSince, failure }) => ({
        name: job,
        state,
        every_seconds: Math.round(everyMilliseconds / 1000),
        last_good_at: orNull(lastGoodAt),
        failing_since: orNull(failingSince),
        failure,
      })),
    };
  }
}

function lightOnWire({ name, row }: KnownLight, write: (instant: number) => string): SystemState['lights'][number] {
  if (!row) return { name, state: 'unknown', says: 'not-yet', values: {}, since: null, checked_at: null };
  const values = Object.entries(row.lightValues).map(([key, value]) => [key, key.endsWith('_at') && typeof value === 'number' ? write(value) : value]);
  return { name, state: row.state, says: row.says, values: Object.fromEntries(values) as SystemState['lights'][number]['values'], since: write(row.since), checked_at: write(row.checkedAt) };
}
