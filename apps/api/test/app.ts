import { randomUUID } from 'node:crypto';
import { buildApp } from '../src/app.ts';
import type { Clock } from '../src/clock.ts';
import { loadDemo } from '../src/database/demo/load.ts';
import type { Database } from '../src/database/database.ts';
import type { App } from '../src/http/app.ts';
import { makeSecrets } from '../src/secrets.ts';
import { makeTestDatabase } from './database.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(instant: string | number): void;
  pass(minutes: number): void;
}

export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set: (instant) => void (now = typeof instant === 'string' ? Date.parse(instant) : instant),
    pass: (minutes) => void (now += minutes * 60_000),
  };
}

export const testSecrets = makeSecrets(Buffer.alloc(48, 'a key for tests'));

/** Tuesday 1 December 2026, 08:00 in Rome. */
export const testNow = '2026-12-01T08:00:00+01:00';

export interface Desk {
  readonly app: App;
  readonly database: Database;
  readonly clock: TestClock;
  close(): Promise<void>;
}

/** The whole server on a fresh database with the demo directory, at `testNow`. */
export async function openDesk({ limitFactor = 0, guessLimit = 20, trustedProxies = [] as string[], demo = true } = {}): Promise<Desk> {
  const { database, drop } = await makeTestDatabase();
  const clock = testClock(testNow);
  if (demo) await loadDemo(database, clock);
  const logger = { level: 'error' };
  const settings = { publicUrl: 'http://localhost:3000', trustedProxies, limitFactor, guessLimit, version: '0.0.0-test', webFolder: null };
  const app = await buildApp({ database, clock, secrets: testSecrets, settings, logger });
  await app.ready();
  return {
    app,
    database,
    clock,
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

export function newKey(): string {
  return randomUUID();
}
