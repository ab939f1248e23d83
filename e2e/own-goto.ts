import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test as ownTest } from './own-desk.ts';

const vendor = '../apps/api/test/fake-goto-process.ts';

/** GoToMeeting beside the desk of one journey: what its developers' page would show. */
export interface OwnGoto {
  readonly host: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** From now on it does not answer. */
  stop(): Promise<void>;
}

/** `test` of a journey with a desk of its own and a vendor of meetings, both real processes. */
export const test = ownTest.extend<{ readonly goto: OwnGoto }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  goto: async ({}, use) => {
    const running = spawn(process.execPath, [vendor], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] });
    const said = await saidBy(running);
    async function stop(): Promise<void> {
      if (running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGTERM');
      await ended;
    }
    await use({ ...said, stop });
    await stop();
  },
});

async function saidBy({ stdout }: ChildProcess): Promise<Omit<OwnGoto, 'stop'>> {
  if (stdout) for await (const line of createInterface(stdout)) if (line.startsWith('{')) return JSON.parse(line) as Omit<OwnGoto, 'stop'>;
  throw new Error('the vendor does not begin');
}
