import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { test as ownTest } from './own-desk.ts';

const servers = '../apps/api/test/strict-mail-process.ts';

/** Mail servers beside the desk of one journey: one as a provider's, and one that never says a word. */
export interface OwnMailServer {
  readonly port: number;
  readonly silentPort: number;
  readonly user: string;
  readonly password: string;
  /** File of the certificate that a desk has to believe. */
  readonly authority: string;
  /** Waits until it has taken a mail to this address; answers with it as it travelled. */
  mailTo(address: string): Promise<string>;
}

/** `test` of a journey with a desk of its own and mail servers, all real processes. */
export const test = ownTest.extend<{ readonly mailServer: OwnMailServer }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  mailServer: async ({}, use) => {
    const running = spawn(process.execPath, [servers], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] });
    const mails: string[] = [];
    const said = Promise.withResolvers<Omit<OwnMailServer, 'mailTo'>>();
    createInterface(running.stdout).on('line', (line) => {
      const told = JSON.parse(line) as { mail?: string } & Omit<OwnMailServer, 'mailTo'>;
      if (told.mail !== undefined) mails.push(told.mail);
      else said.resolve(told);
    });
    const find = (address: string) => mails.find((mail) => mail.includes(`To: ${address}`));
    await use({
      ...(await said.promise),
      async mailTo(address) {
        await expect.poll(() => find(address) !== undefined, { message: `a mail to ${address}`, timeout: 30_000 }).toBe(true);
        return find(address) ?? '';
      },
    });
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  },
});
