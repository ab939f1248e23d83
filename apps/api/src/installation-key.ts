import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
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

/** The keys for what is kept encrypted, one a line, the one in force first; made, and refused, in the same way. */
export function sealingKeysFromFile(dataFolder: string): Buffer[] {
  return keysFromFile(join(dataFolder, 'secrets.key'), 32);
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

function writeOnce(file: string, key: Buffer): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const opened = openSync(draft, 'wx', 0o600);
  try {
    writeSync(opened, `${key.toString('base64')}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}
