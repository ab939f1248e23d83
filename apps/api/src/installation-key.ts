import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The installation key from the data folder, made at the first start with mode 600. Several processes may start at
 * once: the first link wins and all read the same key. A key that others can read is refused.
 */
export function keyFromFile(dataFolder: string): Buffer {
  const [key] = keysFromFile(join(dataFolder, 'link.key'), 48);
  if (!key) throw new Error(`No key in ${dataFolder}`);
  return key;
}

/**
 * The keys for what is kept encrypted, one a line, the one in force first; made, and refused, in the same way. The
 * answer is asked each time that something is sealed or opened: it reads the file again when that was replaced, so that
 * a running process knows a new key at once.
 */
export function sealingKeysFromFile(dataFolder: string): () => readonly Buffer[] {
  const file = join(dataFolder, 'secrets.key');
  let keys: readonly Buffer[] = keysFromFile(file, 32);
  let seen = '';
  return () => {
    const stamp = stampOf(file);
    if (stamp !== seen) keys = read(file) ?? keys;
    seen = stamp;
    return keys;
  };
}

/** The keys of the data folder as far as they are there: none is made, for whoever only looks. */
export function presentKeys(dataFolder: string): { readonly installation: Buffer | null; readonly sealing: readonly Buffer[] } {
  return { installation: read(join(dataFolder, 'link.key'))?.[0] ?? null, sealing: read(join(dataFolder, 'secrets.key')) ?? [] };
}

/** The same file for whoever changes it: alone, and never so that a key is missing at any moment. */
export interface KeyFile {
  readonly keys: readonly Buffer[];
  replace(keys: readonly Buffer[]): void;
  release(): void;
}

/** Somebody else is changing the keys. */
export class KeysInUse extends Error {}

/** Opens the file of the sealing keys to change it. Throws KeysInUse while another process does. */
export function lockSealingKeys(dataFolder: string): KeyFile {
  const file = join(dataFolder, 'secrets.key');
  const keys = keysFromFile(file, 32);
  const release = lock(`${file}.lock`);
  return {
    keys: read(file) ?? keys,
    replace: (others) => replaceFile(file, others),
    release,
  };
}

function keysFromFile(file: string, bytes: number): Buffer[] {
  mkdirSync(dirname(file), { recursive: true });
  const present = read(file);
  if (present) return present;
  writeOnce(file, randomBytes(bytes));
  const made = read(file);
  if (!made) throw new Error(`The key file ${file} could not be written`);
  return made;
}

function read(file: string): Buffer[] | null {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return null;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Error(`${file} can be read by others: chmod 600 it`);
  const keys = readFileSync(file, 'utf8').trim().split('\n').map((line) => Buffer.from(line.trim(), 'base64'));
  if (keys.some((key) => key.length < 32)) throw new Error(`${file} does not hold a key of at least 32 bytes in base64`);
  return keys;
}

/** Another one as soon as the file is another. Throws when there is none: what would be sealed now could never be opened. */
function stampOf(file: string): string {
  const { ino, mtimeNs, size } = statSync(file, { bigint: true });
  return `${ino} ${mtimeNs} ${size}`;
}

function writeOnce(file: string, key: Buffer): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeNew(draft, [key]);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

/** The whole new file takes the place of the old one in one step (rename), so that a crash leaves one of them. */
function replaceFile(file: string, keys: readonly Buffer[]): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  writeNew(draft, keys);
  renameSync(draft, file);
  if (process.platform !== 'win32') syncFolder(dirname(file));
}

function writeNew(file: string, keys: readonly Buffer[]): void {
  const opened = openSync(file, 'wx', 0o600);
  try {
    writeSync(opened, keys.map((key) => `${key.toString('base64')}\n`).join(''));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** A file that only one process can make, with its number in it; one left behind by a process that is gone does not count. */
function lock(file: string): () => void {
  if (existsSync(file) && !isAlive(Number(readFileSync(file, 'utf8')))) rmSync(file, { force: true });
  try {
    const opened = openSync(file, 'wx', 0o600);
    writeSync(opened, String(process.pid));
    closeSync(opened);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    throw new KeysInUse(`The keys are being changed by another process. If there is none, remove ${file}`);
  }
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
