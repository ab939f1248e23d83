import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const main = join(import.meta.dirname, '..', '..', 'api', 'src', 'main.ts');

export interface DemoDesk {
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole server in a process of its own, with the built site and the demonstration union, on a free port. */
export async function startDemoDesk(): Promise<DemoDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-page-'));
  const url = `http://localhost:${await freePort()}`;
  const env = { PATH: process.env.PATH, DEMO: 'on', DATA_DIR: folder, PORT: new URL(url).port, HOST: '127.0.0.1', PUBLIC_URL: url, LIMIT_FACTOR: '0', LOG_LEVEL: 'error' };
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', main], { env, stdio: 'inherit' });
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`);
    await delay(100);
  }
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/status`).catch(() => null);
  return answer?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  server.close();
  await once(server, 'close');
  return port;
}
