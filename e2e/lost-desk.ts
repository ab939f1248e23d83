import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startPostgres } from '../test/postgres.ts';
import { type Said, type as typeCommand } from './command.ts';
import { chooseServer, clockAt } from './server.ts';

/** A desk that loses its database, and whose keys and backups lie elsewhere. */
export interface LostDesk {
  readonly url: string;
  /** Where backups are kept. */
  readonly backups: string;
  startAt(instant: string): Promise<void>;
  stop(): Promise<void>;
  /** A command of the installation, as somebody types it: what it said, and how it ended. */
  type(...args: readonly string[]): Promise<Said>;
  /** Everything that was booked is gone; from now on the settings name a place where nothing is yet. */
  loseDatabase(): Promise<void>;
}

interface Place {
  /** The settings by which the database is found. */
  settings(): Readonly<Record<string, string>>;
  lose(): Promise<void>;
  remove(): Promise<void>;
}

/** `test` of a journey on the database that it names; its addresses are those of the desk. */
export const test = base.extend<{ readonly kind: 'sqlite' | 'pg'; readonly desk: LostDesk }>({
  kind: ['sqlite', { option: true }],
  desk: async ({ kind }, use, testInfo) => {
    testInfo.setTimeout(testInfo.timeout * 4); // a database, three starts of a server and two commands
    const folder = mkdtempSync(join(tmpdir(), 'sportello-lost-desk-'));
    const backups = mkdtempSync(join(tmpdir(), 'sportello-backups-'));
    const server = await chooseServer();
    const place = kind === 'pg' ? await onPostgres() : onFile(folder, server.stop);
    const settings = () => ({ DATA_DIR: folder, ...place.settings() });
    await use({
      url: server.url,
      backups,
      startAt: (instant) => server.start({ ...settings(), ...clockAt(instant) }),
      stop: server.stop,
      type: (...args) => typeCommand(args, settings()),
      loseDatabase: place.lose,
    });
    await server.stop();
    await place.remove();
    for (const made of [folder, backups]) rmSync(made, { recursive: true, force: true });
  },
  baseURL: ({ desk }, use) => use(desk.url),
});

/** The machine goes down and its disk with it; the keys were copied. */
function onFile(folder: string, stop: () => Promise<void>): Place {
  return {
    settings: () => ({}),
    async lose() {
      await stop();
      for (const name of readdirSync(folder).filter((name) => name.startsWith('sportello.db'))) rmSync(join(folder, name));
    },
    remove: async () => undefined,
  };
}

/** The machine of the database is gone while the desk runs; another one, empty, stands in for it. */
async function onPostgres(): Promise<Place> {
  let postgres = await startPostgres();
  return {
    settings: () => ({ DATABASE_URL: postgres.url }),
    async lose() {
      await postgres.stop();
      postgres = await startPostgres();
    },
    remove: () => postgres.stop(),
  };
}
