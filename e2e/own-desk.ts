import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test as base } from '@playwright/test';
import { freePort } from './free-port.ts';

const server = '../apps/api/src/main.ts';
const longestStart = 120_000;

/** A desk of one journey alone, with a data folder of its own: its clock may be shifted, and its rules changed. */
export interface OwnDesk {
  readonly url: string;
  /** Begins, or begins again on the same data, with this instant as its present; with these settings beside its own. */
  startAt(instant: string | number, more?: Readonly<Record<string, string>>): Promise<void>;
  /** Changes rules as the union would, or what was counted, so that the running server sees it. */
  change(sql: string, ...values: readonly (string | number)[]): void;
}

/** `test` of a journey that needs a desk of its own; all its addresses are those of that desk. */
export const test = base.extend<{ readonly desk: OwnDesk }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  desk: async ({}, use, testInfo) => {
    testInfo.setTimeout(testInfo.timeout * 3); // to begin a server takes its time, on a busy machine above all
    const folder = mkdtempSync(join(tmpdir(), 'sportello-own-desk-'));
    const port = await freePort();
    const url = `http://localhost:${port}`;
    let running: ChildProcess | undefined;

    async function stop(): Promise<void> {
      if (!running || running.exitCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGTERM');
      await ended;
    }

    await use({
      url,
      async startAt(instant, more = {}) {
        await stop();
        const offset = Math.ceil((new Date(instant).getTime() - Date.now()) / 60_000);
        const settings = { DEMO: 'on', PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, CLOCK_OFFSET_MINUTES: String(offset), LIMIT_FACTOR: '0', LOG_LEVEL: 'error', ...more };
        running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], { cwd: import.meta.dirname, env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] });
        await untilItAnswers(url, running);
      },
      change(sql, ...values) {
        const database = new DatabaseSync(join(folder, 'sportello.db'), { timeout: 5_000 });
        database.exec('BEGIN IMMEDIATE');
        const { changes } = database.prepare(sql).run(...values);
        database.exec('UPDATE unions SET directory_revision = directory_revision + 1; COMMIT');
        database.close();
        if (changes === 0) throw new Error(`nothing was changed by: ${sql}`);
      },
    });
    await stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: ({ desk }, use) => use(desk.url),
});

async function untilItAnswers(url: string, running: ChildProcess): Promise<void> {
  const end = Date.now() + longestStart;
  while (Date.now() < end) {
    if (running.exitCode !== null) throw new Error(`the server ended with ${running.exitCode}`);
    const answer = await fetch(`${url}/api/v1/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server does not answer');
}
