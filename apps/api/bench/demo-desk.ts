import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const server = join(import.meta.dirname, '../src/main.ts');

/** The demonstration as a process of its own, whose clock may be set. */
export async function openDemoDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let running: ChildProcess | undefined;

  async function stop(): Promise<void> {
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  }

  return {
    url,
    /** Begins, or begins again on the same data, with this instant (epoch milliseconds) as its present. */
    async startAt(instant: number): Promise<void> {
      await stop();
      const offset = Math.ceil((instant - Date.now()) / 60_000);
      const settings = { DEMO: 'on', PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, CLOCK_OFFSET_MINUTES: String(offset), LIMIT_FACTOR: '0', LOG_LEVEL: 'error' };
      running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', server], { env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] });
      while (!(await fetch(`${url}/api/v1/status`).catch(() => null))?.ok) {
        if (running.exitCode !== null) throw new Error(`the server ended with ${running.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close(): Promise<void> {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
