import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { rowsAtOnce, type PortableRow } from '../database/whole/snapshot.ts';
import type { PortableTable } from '../database/whole/portable-tables.ts';
import { type Foot, type Head, NotABackup, readFoot, readHead, readTable } from './format.ts';

/** What a file says, in its order: the head, of each table its rows in parts (an empty table has one empty part), the foot. */
export type Said =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'rows'; readonly table: PortableTable; readonly rows: readonly PortableRow[] }
  | { readonly kind: 'foot'; readonly foot: Foot };

const newline = 10;
const cutOff = 'This backup is cut off: its end is missing. Take another copy of it.';
const altered = 'This backup is damaged: it does not say any more what was written. Take another copy of it.';

/**
 * Reads a backup part by part. The foot comes only when everything before it is what was written; where it is not, this throws
 * NotABackup, so what was done with the parts before has to be taken back.
 */
export async function* readBackup(file: string): AsyncGenerator<Said> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let head: Head | null = null;
  let table: PortableTable | null = null;
  let part: PortableRow[] = [];
  let isOver = false;

  for await (const line of linesOf(file)) {
    if (isOver) throw new NotABackup(altered);
    const said = parsed(line, head === null);
    if (head === null) {
      head = readHead(said);
      hash.update(line).update('\n');
      yield { kind: 'head', head };
      continue;
    }
    if (Array.isArray(said)) {
      if (!table || said.length !== table.columns.length) throw new NotABackup(altered);
      hash.update(line).update('\n');
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      part.push(said as PortableRow);
      if (part.length < rowsAtOnce(table)) continue;
      yield { kind: 'rows', table, rows: part };
      part = [];
      continue;
    }
    if (table) yield { kind: 'rows', table, rows: part };
    part = [];
    table = readTable(said);
    if (table) {
      if (table.name in rows) throw new NotABackup(altered);
      hash.update(line).update('\n');
      rows[table.name] = 0;
      continue;
    }
    const foot = readFoot(said);
    if (!foot || foot.digest !== hash.digest('base64url') || !isSame(foot.rows, rows)) throw new NotABackup(altered);
    isOver = true;
    yield { kind: 'foot', foot };
  }
  if (!isOver) throw new NotABackup(cutOff);
}

/** Reads a backup to its end, and answers with what it holds. Throws NotABackup. */
export async function inspectBackup(file: string): Promise<{ head: Head; foot: Foot }> {
  let [head, foot]: [Head | null, Foot | null] = [null, null];
  for await (const said of readBackup(file)) {
    if (said.kind === 'head') ({ head } = said);
    if (said.kind === 'foot') ({ foot } = said);
  }
  if (!head || !foot) throw new NotABackup(cutOff);
  return { head, foot };
}

function isSame(one: Foot['rows'], other: Foot['rows']): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function parsed(line: Buffer, isFirst: boolean): object {
  try {
    const said: unknown = JSON.parse(line.toString('utf8'));
    if (typeof said === 'object' && said !== null) return said;
  } catch {
    // told below
  }
  throw new NotABackup(isFirst ? 'This file is no backup of this program.' : altered);
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(file);
  const plain = createGunzip();
  packed.on('error', (error) => plain.destroy(error));
  packed.pipe(plain);
  let rest: Buffer[] = [];
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, end)]);
        rest = [];
        from = end + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    throw asNotABackup(error);
  } finally {
    packed.destroy();
    plain.destroy();
  }
  if (rest.length > 0) throw new NotABackup(cutOff);
}

/** What was thrown by who reads the lines goes on as it is. */
function asNotABackup(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new NotABackup('There is no such file.');
  if (!code.startsWith('Z_')) return error;
  if (code === 'Z_BUF_ERROR') return new NotABackup(cutOff);
  return new NotABackup(error instanceof Error && error.message.includes('header') ? 'This file is no backup of this program.' : altered);
}
