import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres } from '../../../test/postgres.ts';
import { newId } from '../src/database/id.ts';
import { fillMonth } from './busy-month.ts';
import { openBenchDesk } from './desk.ts';

// A desk with 20,000 appointments and 100 MB of papers into a file and back, by the commands as somebody types them.

const appointments = 20_000;
const papers = 200;
const command = join(import.meta.dirname, '../src/cli/sportello.ts');
const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
const file = join(folder, 'desk.jsonl.gz');

async function type(title: string, database: string, args: readonly string[]): Promise<void> {
  const before = performance.now();
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, DATABASE_URL: database };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const ended = once(child, 'exit');
  while (child.exitCode === null) {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
    await Promise.race([ended, delay(50)]);
  }
  const seconds = (performance.now() - before) / 1000;
  console.log(`  ${title.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s, at most ${peak.toFixed(0)} MB of memory${child.exitCode === 0 ? '' : `, ended with ${child.exitCode}`}`);
}

/** The most that it had, in MB; Linux says it. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const desk = await openBenchDesk({ calendars: 80, claims: 0 });
await fillMonth(desk, appointments);
const { filePieces, files } = desk.database.tables;
for (let paper = 0; paper < papers; paper += 1) {
  const id = newId();
  await desk.database.write(async (tx) => {
    await tx.insert(files).values({ id, ownerKind: 'appointment', ownerId: 'a', name: 'a.pdf', mediaType: 'application/pdf', bytes: 524_288, digest: '', sentBy: 'citizen', store: 'database', createdAt: 0 });
    await tx.insert(filePieces).values([0, 1].map((position) => ({ id: newId(), fileId: id, position, content: chance(262_144, paper * 2 + position) })));
  });
}
await desk.app.close();
await desk.database.close();
const sqlite = `sqlite:${desk.file}`;

console.log(`Backup of ${appointments} appointments and ${papers} papers of 0.5 MB (the database: ${(statSync(desk.file).size / 1e6).toFixed(0)} MB)`);
await type('SQLite, backup with its try', sqlite, ['backup', file]);
console.log(`  ${'the file'.padEnd(44)} ${(statSync(file).size / 1e6).toFixed(1).padStart(6)} MB`);
await type('SQLite, restore', `sqlite:${join(folder, 'restored.db')}`, ['restore', file]);
const postgres = await startPostgres();
await type('PostgreSQL, restore', postgres.url, ['restore', file]);
await type('PostgreSQL, backup with its try', postgres.url, ['backup', file, '--force']);
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(join(desk.file, '..'), { recursive: true, force: true });

/** Bytes that cannot be packed, the same at each run. */
function chance(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = (seed + 1) * 2_654_435_761;
  for (let at = 0; at < length; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes.writeInt32LE(state | 0, at);
  }
  return bytes;
}
