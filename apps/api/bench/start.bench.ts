import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startServerProcess } from '../test/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-start-'));

async function startOnce(title: string): Promise<void> {
  const before = performance.now();
  const server = await startServerProcess({ DEMO: 'on', DATA_DIR: folder });
  const seconds = (performance.now() - before) / 1000;
  await delay(3000);
  const status = process.platform === 'linux' ? readFileSync(`/proc/${server.pid}/status`, 'utf8') : '';
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  console.log(`  ${title.padEnd(36)} ${seconds.toFixed(2)} s to the first answer, ${megabytes.toFixed(0)} MB at rest`);
  await server.stop();
}

console.log('Start of the whole server, from its sources');
await startOnce('empty folder, demo data made');
await startOnce('again');
rmSync(folder, { recursive: true, force: true });
