import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test as base } from '@playwright/test';
import { chooseServer, clockAt } from './server.ts';

/** A desk whose clock may be shifted. */
export interface DeskInTime {
  readonly url: string;
  /** Begins, or begins again on the same data, with this instant as its present; with these settings beside its own. */
  startAt(instant: string | number, more?: Readonly<Record<string, string>>): Promise<void>;
}

/** A desk of one journey alone, with a data folder of its own: its rules may be changed, too. */
export interface OwnDesk extends DeskInTime {
  /** Changes rules as the union would, or what was counted, so that the running server sees it. */
  change(sql: string, ...values: readonly (string | number)[]): void;
}

/** `test` of a journey that needs a desk of its own; all its addresses are those of that desk. */
export const test = base.extend<{ readonly desk: OwnDesk }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  desk: async ({}, use, testInfo) => {
    testInfo.setTimeout(testInfo.timeout * 3); // to begin a server takes its time, on a busy machine above all
    const folder = mkdtempSync(join(tmpdir(), 'sportello-own-desk-'));
    const server = await chooseServer();
    await use({
      url: server.url,
      startAt: (instant, more = {}) => server.start({ DATA_DIR: folder, ...clockAt(instant), ...more }),
      change(sql, ...values) {
        const database = new DatabaseSync(join(folder, 'sportello.db'), { timeout: 5_000 });
        database.exec('BEGIN IMMEDIATE');
        const { changes } = database.prepare(sql).run(...values);
        database.exec('UPDATE unions SET directory_revision = directory_revision + 1; COMMIT');
        database.close();
        if (changes === 0) throw new Error(`nothing was changed by: ${sql}`);
      },
    });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: ({ desk }, use) => use(desk.url),
});
