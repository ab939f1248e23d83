import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { chooseServer } from './server.ts';

/** A desk that nobody has set up: an empty database, nothing of the demonstration, and the clock of this machine. */
export interface EmptyDesk {
  readonly url: string;
  /** The link that makes the first administrator, as the command of an installation prints it. */
  readonly firstAdminLink: () => string;
  /** Waits until a mail to this address about this lies in the folder where mail goes before there is a server; answers with its text. */
  readonly mailTo: (address: string, about: RegExp) => Promise<string>;
  /** Begins again on the same data, as after a failure. */
  readonly restart: () => Promise<void>;
}

export const test = base.extend<{ readonly desk: EmptyDesk }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  desk: async ({}, use, testInfo) => {
    testInfo.setTimeout(testInfo.timeout * 4); // a whole set-up, and a server that begins, on a busy machine
    const folder = mkdtempSync(join(tmpdir(), 'sportello-empty-desk-'));
    const server = await chooseServer();
    const settings = { DEMO: 'off', DATA_DIR: folder };
    await server.start(settings);
    await use({
      url: server.url,
      firstAdminLink: () => linkFrom({ ...process.env, ...settings, PUBLIC_URL: server.url }),
      mailTo: (address, about) => mailIn(join(folder, 'mail'), address, about),
      restart: () => server.start(settings),
    });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: ({ desk }, use) => use(desk.url),
});

function linkFrom(env: NodeJS.ProcessEnv): string {
  const command = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '../apps/api/src/cli/sportello.ts', 'staff', 'link'], { cwd: import.meta.dirname, env, encoding: 'utf8' });
  const link = /https?:\/\/\S+\/scrivania\/benvenuto#\S+/.exec(command.stdout)?.[0];
  if (!link) throw new Error(`no link in:\n${command.stdout}${command.stderr}`);
  return link;
}

async function mailIn(folder: string, address: string, about: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(() => {
    found = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).find((mail) => mail.includes(address) && about.test(mail));
    expect(found, `a mail to ${address} about ${about}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return found ?? '';
}
