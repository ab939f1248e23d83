import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startPostgres } from '../test/postgres.ts';
import type { DeskInTime } from './own-desk.ts';
import { chooseServer, clockAt } from './server.ts';

/** A desk of two processes on one PostgreSQL. Whoever comes to one of its two addresses speaks to that process alone. */
export interface DeskOfTwo extends DeskInTime {
  readonly beside: { readonly url: string };
}

/** `test` of a journey that needs such a desk; its addresses are those of the first process. */
export const test = base.extend<{ readonly desk: DeskOfTwo }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  desk: async ({}, use, testInfo) => {
    testInfo.setTimeout(testInfo.timeout * 3); // a database and two servers have to begin
    const folder = mkdtempSync(join(tmpdir(), 'sportello-desk-of-two-'));
    const postgres = await startPostgres();
    const first = await chooseServer();
    const second = await chooseServer();
    await use({
      url: first.url,
      beside: { url: second.url },
      async startAt(instant, more = {}) {
        // The keys lie in the folder that both see: a link of one opens at the other.
        const settings = { DATABASE_URL: postgres.url, DATA_DIR: folder, ...clockAt(instant), ...more };
        await second.stop();
        await first.start(settings); // alone: it fills the empty database
        await second.start(settings);
      },
    });
    await Promise.all([first.stop(), second.stop()]);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: ({ desk }, use) => use(desk.url),
});
