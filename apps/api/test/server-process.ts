import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const sources = join(import.meta.dirname, '..', 'src');
const main = join(sources, 'main.ts');

/** What Node is told for a process that runs from the sources, as `npm start` tells it. */
export const fromSources = ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(join(sources, 'quick-start.ts')).href];

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends it without warning, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop, waits for that, and answers with its exit code. */
  stop(): Promise<number | null>;
}

/** The whole server as its own process, with these settings; ready when it answers. Throws with what it said when it ends instead. */
export async function startServerProcess(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...fromSources, '--max-semi-space-size=4', main], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const url = `http://127.0.0.1:${port}`;
  await ready(child, url, () => said);
  return { url, pid: child.pid ?? 0, kill: () => ended(child, 'SIGKILL').then(() => undefined), stop: () => ended(child, 'SIGTERM') };
}

async function ready(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${said()}`);
    const answer = await fetch(`${url}/api/v1/status`).catch(() => null);
    if (answer?.ok) return;
    await delay(30);
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  server.close();
  await once(server, 'close');
  return port;
}
