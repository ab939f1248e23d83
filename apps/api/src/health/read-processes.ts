import { asc } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

export type ProcessRow = Readonly<Tables['processes']['$inferSelect']>;
export type SeenProcess = ProcessRow & { readonly isAlive: boolean };

/** Four signs of life missed. */
const silentMilliseconds = 60_000;
/** One that died and has a successor is told of for an hour. */
const replacedMilliseconds = 3_600_000;

/** The processes that live, and those that died without a word, the oldest first. */
export async function readProcesses({ read, tables: { processes } }: Pick<Database, 'read' | 'tables'>, now: number): Promise<SeenProcess[]> {
  const rows = await read.select().from(processes).orderBy(asc(processes.startedAt), asc(processes.id));
  return judgeProcesses(rows, now);
}

/** Pure. */
export function judgeProcesses(rows: readonly ProcessRow[], now: number): SeenProcess[] {
  const seen = rows.map((row) => ({ ...row, isAlive: now - row.seenAt <= silentMilliseconds }));
  return seen.filter((one) => one.isAlive || !hasSuccessor(one, seen) || now - one.seenAt < replacedMilliseconds);
}

function hasSuccessor(dead: SeenProcess, seen: readonly SeenProcess[]): boolean {
  return seen.some(({ isAlive, role, machine, startedAt }) => isAlive && role === dead.role && machine === dead.machine && startedAt >= dead.seenAt);
}

export function doesJobs({ role }: Pick<ProcessRow, 'role'>): boolean {
  return role !== 'web';
}
