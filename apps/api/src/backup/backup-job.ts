import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { and, eq, lt, lte, ne } from 'drizzle-orm';
import type { Rounds } from '../background/rounds.ts';
import { type Repeated, repeat } from '../background/repeat.ts';
import type { Clock } from '../clock.ts';
import { type Database, isUniqueViolation } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { DatabaseLocation } from '../database/open.ts';
import type { Secrets } from '../secrets.ts';
import { installationKeyName } from './installation-key-name.ts';
import type { Made, ToMake } from './make-checked.ts';
import { fileNameAt, nightAt, outdatedFiles } from './nightly.ts';
import { auditBackup } from './record-backup.ts';
import { triedPrefix } from './try-backup.ts';

export interface NightlySettings {
  /** The folder, which must be there. */
  readonly folder: string;
  /** Minutes of the union's wall clock. */
  readonly atMinute: number;
  readonly keepDays: number;
}

export interface NightlyDeps {
  readonly database: Database;
  readonly location: DatabaseLocation;
  readonly clock: Clock;
  readonly secrets: Pick<Secrets, 'derivedKey'>;
  readonly version: string;
  readonly settings: NightlySettings;
  readonly rounds?: Rounds | undefined;
  readonly log: { warn(about: object, message: string): void };
  /** What makes the file; left out, a thread beside this one. */
  readonly make?: (toMake: ToMake) => Promise<Made>;
}

const everyMilliseconds = 60_000;
/** A process that makes a backup says so every minute; after this it is gone. */
const aliveMilliseconds = 5 * 60_000;
const againAfterMilliseconds = [5, 15, 30, 60].map((minutes) => minutes * 60_000);
/** Much more than it needs, and much less than it would take: garbage is collected in time. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };
/** What was made, and what went wrong, is remembered for so long. */
const rememberedMilliseconds = 400 * 24 * 3_600_000;

/** Makes the backup of each night, as soon as its hour has come. Any number of processes may do it: one of them does. */
export function startNightly(deps: NightlyDeps): Repeated {
  const isOver = new AbortController();
  const repeated = repeat(() => backUpTonight({ make: (toMake) => makeBeside(toMake, isOver.signal), ...deps }), {
    job: 'backup',
    rounds: deps.rounds,
    every: everyMilliseconds,
    clock: deps.clock,
    trouble: 'the nightly backup could not be looked after',
    log: deps.log,
  });
  return {
    wake: repeated.wake,
    stop() {
      isOver.abort(); // half a backup is of no use: the next start makes it
      return repeated.stop();
    },
  };
}

/** Whether it made one: null where the night's is made already, or somebody is at it, or it is not to be tried again yet. */
export async function backUpTonight(deps: NightlyDeps & Required<Pick<NightlyDeps, 'make'>>): Promise<boolean | null> {
  const { database, location, clock, secrets, version, settings, log, make } = deps;
  const startedAt = clock.now();
  const timeZone = await timeZoneOf(database);
  const row = await claimNight(database, nightAt(startedAt, { timeZone, atMinute: settings.atMinute }), startedAt);
  if (!row) return null;

  const name = fileNameAt(startedAt, timeZone);
  await sweep(settings.folder);
  const alive = setInterval(() => void stayAlive(deps, row.id).catch(() => undefined), everyMilliseconds);
  const made = await make({ location, file: join(settings.folder, name), version, now: startedAt, installationKey: installationKeyName(secrets) }).finally(() => clearInterval(alive));
  if (made.ok) {
    if (!made.isSound) log.warn({ file: name }, 'the nightly backup can be restored, but what is in the database does not fit together: look with "sportello check"');
    await remember(deps, row.id, { name, bytes: made.bytes });
    await removeOutdated(deps, timeZone);
    return true;
  }
  log.warn({ failure: made.failure, code: made.error, attempts: row.attempts }, 'the nightly backup was not made; it is tried again');
  await putOff(deps, row, made.failure);
  return false;
}

async function timeZoneOf({ read, tables: { unions } }: Database): Promise<string> {
  const [union] = await read.select({ timeZone: unions.timeZone }).from(unions).limit(1);
  return union?.timeZone ?? 'Europe/Rome';
}

interface Claimed {
  readonly id: string;
  readonly attempts: number;
}

/** Takes the night for this process: a new one, or one that failed or whose process is gone. null: nothing to do. */
async function claimNight(database: Database, night: string, now: number): Promise<Claimed | null> {
  const { backups } = database.tables;
  const [row] = await database.read.select().from(backups).where(eq(backups.night, night));
  if (row && (row.state === 'good' || (row.waitUntil ?? 0) > now)) return null;
  const running = { state: 'running', startedAt: now, waitUntil: now + aliveMilliseconds } as const;
  if (row) {
    const attempts = row.attempts + 1;
    // Only as it was seen: of two processes one finds it so.
    const isSeen = and(eq(backups.id, row.id), eq(backups.attempts, row.attempts), ne(backups.state, 'good'), lte(backups.waitUntil, now));
    const taken = await database.write((tx) => tx.update(backups).set({ ...running, attempts }).where(isSeen).returning({ id: backups.id }));
    return taken.length > 0 ? { id: row.id, attempts } : null;
  }
  const id = newId();
  try {
    await database.write(async (tx) => void (await tx.insert(backups).values({ id, night, ...running })));
    return { id, attempts: 1 };
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

async function stayAlive({ database, clock }: NightlyDeps, id: string): Promise<void> {
  const { backups } = database.tables;
  await database.write((tx) => tx.update(backups).set({ waitUntil: clock.now() + aliveMilliseconds }).where(and(eq(backups.id, id), eq(backups.state, 'running'))).returning({ id: backups.id }));
}

async function remember({ database, clock }: NightlyDeps, id: string, { name, bytes }: { name: string; bytes: number }): Promise<void> {
  const { backups } = database.tables;
  const now = clock.now();
  await database.write(async (tx) => {
    await tx.update(backups).set({ state: 'good', endedAt: now, waitUntil: null, failure: null, file: name, kilobytes: Math.ceil(bytes / 1000) }).where(eq(backups.id, id));
    await tx.delete(backups).where(lt(backups.startedAt, now - rememberedMilliseconds));
    await auditBackup(tx, database, name, now);
  });
}

async function putOff({ database, clock }: NightlyDeps, { id, attempts }: Claimed, failure: Extract<Made, { ok: false }>['failure']): Promise<void> {
  const { backups } = database.tables;
  const now = clock.now();
  const wait = againAfterMilliseconds[Math.min(attempts, againAfterMilliseconds.length) - 1] ?? 0;
  await database.write(async (tx) => void (await tx.update(backups).set({ state: 'failed', endedAt: now, waitUntil: now + wait, failure }).where(eq(backups.id, id))));
}

/** Older ones go only now: a good one is there. What cannot be removed is told, and tried again the next night. */
async function removeOutdated({ clock, settings: { folder, keepDays }, log }: NightlyDeps, timeZone: string): Promise<void> {
  for (const name of outdatedFiles(await readdir(folder), { now: clock.now(), timeZone, keepDays })) {
    await rm(join(folder, name)).catch(() => log.warn({ file: name }, 'an old backup could not be removed'));
  }
}

/** What a process left half done that was killed at it. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const isHalf = name.startsWith(triedPrefix) || /^sportello-[\d-]+\.jsonl\.gz\.unchecked(\.part)?$/.test(name);
    if (isHalf) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function makeBeside(toMake: ToMake, isOver: AbortSignal): Promise<Made> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./make-checked-worker.ts', import.meta.url), { workerData: toMake, execArgv: ['--disable-warning=ExperimentalWarning'], resourceLimits: memory });
    const failed = (error: string) => resolve({ ok: false, failure: 'unknown', error });
    const stop = () => void worker.terminate();
    isOver.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', (error) => failed(error instanceof Error ? error.name : 'error'));
    worker.once('exit', () => {
      isOver.removeEventListener('abort', stop);
      failed('ended'); // of no effect after a message
    });
    if (isOver.aborted) stop();
  });
}
