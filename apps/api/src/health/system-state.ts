import { setTimeout as rest } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Tables } from '../database/schema.ts';
import { allLights } from './lights/all-lights.ts';
import type { Finding, LightCheck, LightDeps } from './lights/light.ts';

export type LightRow = Readonly<Tables['lights']['$inferSelect']>;

export interface KnownLight {
  readonly name: string;
  /** null: nobody has looked yet. */
  readonly row: LightRow | null;
}

export interface SystemLights {
  /**
   * What is known, after at most two seconds: what is no longer fresh is looked at beside, and stands in a later answer.
   * `anew`: looks at everything that was not looked at within the last five seconds.
   */
  read(wish?: { readonly anew?: boolean }): Promise<{ readonly lights: readonly KnownLight[]; readonly isChecking: boolean }>;
  /** Waits until all is looked at that is no longer fresh, and anew at what was not in order. */
  watch(): Promise<readonly KnownLight[]>;
}

const patienceMilliseconds = 2_000;
const anewMilliseconds = 5_000;

/** Looks at every light, each on its own and within its own time, and remembers since when it is as it is. */
export function systemLights(deps: LightDeps, checks: readonly LightCheck[] = allLights): SystemLights {
  const { database, clock } = deps;
  const { lights } = database.tables;
  /** What was seen before this process began was perhaps seen under other settings. */
  const startedAt = clock.now();
  const underWay = new Map<string, Promise<void>>();

  function look(check: LightCheck): Promise<void> {
    const before = underWay.get(check.name);
    if (before) return before;
    const looking = findOut(check).finally(() => underWay.delete(check.name));
    underWay.set(check.name, looking);
    return looking;
  }

  async function findOut(check: LightCheck): Promise<void> {
    const ended = new AbortController();
    const tooLate = rest(check.timeoutMilliseconds, unknown, { signal: ended.signal, ref: false }).catch(() => unknown);
    const finding = await Promise.race([check.look(deps).catch(() => unknown), tooLate]);
    ended.abort();
    await keep(check.name, finding).catch(() => undefined); // the database is away: the next look finds out again
  }

  async function keep(name: string, { state, says, values = {}, since }: Finding): Promise<void> {
    const now = clock.now();
    await database.write(async (tx) => {
      const [before] = await tx.select().from(lights).where(eq(lights.id, name));
      const sameSince = before?.state === state ? before.since : now;
      const row = { id: name, state, says, lightValues: values, since: since ?? sameSince, checkedAt: now };
      await tx.insert(lights).values(row).onConflictDoUpdate({ target: lights.id, set: row });
    });
  }

  async function readRows(): Promise<ReadonlyMap<string, LightRow>> {
    const rows = await database.read.select().from(lights);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Looks at what is no longer fresh. */
  function begin(known: ReadonlyMap<string, LightRow>, isAnew: (row: LightRow | undefined) => boolean): Promise<void>[] {
    const now = clock.now();
    const isOld = ({ name, freshMilliseconds }: LightCheck) => {
      const row = known.get(name);
      const checkedAt = row?.checkedAt ?? -Infinity;
      const age = now - checkedAt;
      return age < 0 || checkedAt < startedAt || age >= (isAnew(row) ? Math.min(anewMilliseconds, freshMilliseconds) : freshMilliseconds);
    };
    return checks.filter(isOld).map(look);
  }

  const named = (rows: ReadonlyMap<string, LightRow>) => checks.map(({ name }) => ({ name, row: rows.get(name) ?? null }));

  return {
    async read({ anew = false } = {}) {
      const known = await readRows();
      const looking = begin(known, () => anew);
      const patience = new AbortController();
      await Promise.race([Promise.all(looking), rest(patienceMilliseconds, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
      const rows = looking.length > 0 ? await readRows() : known;
      return { lights: named(rows), isChecking: checks.some(({ name }) => underWay.has(name)) };
    },
    async watch() {
      await Promise.all(begin(await readRows(), (row) => row?.state !== 'good' && row?.state !== 'off'));
      return named(await readRows());
    },
  };
}

/** It threw, or took too long. */
const unknown: Finding = { state: 'unknown', says: 'not-found-out' };
