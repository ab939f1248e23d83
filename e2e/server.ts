import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromSources } from '../scripts/from-sources.mjs';
import { freePort } from './free-port.ts';

const main = '../apps/api/src/main.ts';
const longestStart = 120_000;

/** One process of a desk, at an address of its own. */
export interface Server {
  readonly url: string;
  /** Begins, or begins again, with these settings beside those that all have in common. */
  start(settings: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

export async function chooseServer(): Promise<Server> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let running: ChildProcess | undefined;

  async function stop(): Promise<void> {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  }

  return {
    url,
    stop,
    async start(settings) {
      await stop();
      const env = { ...process.env, DEMO: 'on', PORT: String(port), PUBLIC_URL: url, LIMIT_FACTOR: '0', LOG_LEVEL: 'error', ...settings };
      running = spawn(process.execPath, [...fromSources, main], { cwd: import.meta.dirname, env, stdio: ['ignore', 'ignore', 'inherit'] });
      await untilItAnswers(url, running);
    },
  };
}

/** The clock that makes this instant the present; what has passed of its minute is not lost. */
export function clockAt(instant: string | number): { readonly CLOCK_OFFSET_MINUTES: string } {
  return { CLOCK_OFFSET_MINUTES: String(Math.ceil((new Date(instant).getTime() - Date.now()) / 60_000)) };
}

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
