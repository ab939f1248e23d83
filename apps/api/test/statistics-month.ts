import type { Statistics, StatisticsFigures } from '@sportello/contract';
import { expect } from 'vitest';
import { simulate } from '../src/cli/simulate/simulate.ts';
import { openEmptyDesk, testSecrets } from './app.ts';
import { got } from './citizen.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { type Asked, type Recount, recountEvents, recountIn } from './statistics-recount.ts';

/** A desk with some weeks of simulated life behind it, and what an auditor sees of it. The log of the demo itself counts with it. */
export async function livedThrough({ appointments, days, seed = 7 }: { appointments: number; days: number; seed?: number }) {
  const desk = await openEmptyDesk({ now: '2026-12-01T08:00:00+01:00' });
  // From a Monday of November on: all in winter time.
  const period = { from: '2026-11-02', to: new Date(Date.parse('2026-11-01') + days * 86_400_000).toISOString().slice(0, 10) };
  const parts = { database: desk.database, secrets: testSecrets };
  const simulated = await simulate(parts, { seed, from: period.from, days, appointments });
  // However much a month lives through, another one has so little that open data may not tell it.
  await simulate(parts, { seed, from: '2026-10-26', days: 5, appointments: 3 });
  desk.clock.set('2026-12-02T08:00:00+01:00');
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'auditor' }));
  const ask = (query: Record<string, string>, file = '') => askAs(desk, cookie, 'GET', `/staff/statistics${file}?${new URLSearchParams({ ...period, ...query })}`);
  const recount = await recountIn(desk.location);
  const close = async () => {
    await recount.close();
    await desk.close();
  };
  return { desk, period, simulated, recount, close, ask, statistics: async (query: Record<string, string> = {}) => got<Statistics>(await ask(query), 200) };
}

/** Midnight in Rome in winter. */
export function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00+01:00`);
}

export function spanOf({ from, to }: { from: string; to: string }): Asked {
  return { from: midnight(from), before: midnight(to) + 86_400_000 };
}

export async function expectRecounted(recount: Recount, figures: StatisticsFigures, asked: Asked, about: string): Promise<void> {
  expect(flat(figures), about).toEqual(await recountEvents(recount, asked));
}

function flat({ booked_by_citizen, booked_by_desk, walk_ins, moved_by_citizen, moved_by_desk, refused, served, missed, cancelled_by_citizen, cancelled_by_desk, waiting, duration }: StatisticsFigures): Record<string, number | null> {
  const named = (by: string, values: object) => Object.fromEntries(Object.entries(values).map(([name, value]) => [`${by} ${name}`, value as number]));
  return {
    booked_by_citizen, booked_by_desk, walk_ins, moved_by_citizen, moved_by_desk, refused, served, missed,
    ...named('citizen', cancelled_by_citizen),
    ...named('desk', cancelled_by_desk),
    lengths: duration.known,
    length_mean: duration.mean_minutes,
    planned_mean: duration.planned_mean_minutes,
    over_plan: duration.over_plan,
    waits: waiting.known,
    wait_median: waiting.median_minutes,
    wait_nine_of_ten: waiting.longest_tenth_minutes,
  };
}
