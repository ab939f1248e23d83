import { getTableName, sql } from 'drizzle-orm';
import type { Reader } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { references } from '../database/whole/portable-tables.ts';
import type { Foot } from './format.ts';

/** What must not be in a database of the desk, and that its own guards keep out. */
export type Flaw =
  | { readonly kind: 'reference'; readonly from: string; readonly column: string; readonly to: string; readonly count: number }
  | { readonly kind: 'overlap'; readonly count: number }
  | { readonly kind: 'count'; readonly table: string; readonly expected: number; readonly found: number };

/** Rows that refer to one that is not there, and times of a calendar that were given twice. */
export async function findFlaws(read: Reader): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const { from, column, to, key } of references()) {
    const [child, parent] = [sql`c.${sql.identifier(column)}`, sql`p.${sql.identifier(key)}`];
    const lost = sql`${sql.identifier(from)} c left join ${sql.identifier(to)} p on ${parent} = ${child} where ${child} is not null and ${parent} is null`;
    const count = await countIn(read, lost);
    if (count > 0) flaws.push({ kind: 'reference', from, column, to, count });
  }
  const busy = sql`select starts_at, max(ends_at) over (partition by calendar_id order by starts_at, ends_at rows between unbounded preceding and 1 preceding) as busy_until from claims`;
  const count = await countIn(read, sql`(${busy}) o where busy_until > starts_at`);
  if (count > 0) flaws.push({ kind: 'overlap', count });
  return flaws;
}

/** Tables that have more or fewer rows than the backup. */
export async function countRows(read: Reader, tables: Tables, { rows }: Foot): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const table of Object.values(tables)) {
    const name = getTableName(table);
    const [expected, found] = [rows[name] ?? 0, await countIn(read, sql`${sql.identifier(name)}`)];
    if (expected !== found) flaws.push({ kind: 'count', table: name, expected, found });
  }
  return flaws;
}

export function flawText(flaw: Flaw): string {
  switch (flaw.kind) {
    case 'reference':
      return `${flaw.count} of ${flaw.from} refer (${flaw.column}) to ${flaw.to} that are not there.`;
    case 'overlap':
      return `${flaw.count} times of a calendar overlap with another: somebody is booked twice.`;
    case 'count':
      return `${flaw.table} should have ${flaw.expected} rows, and has ${flaw.found}.`;
  }
}

async function countIn(read: Reader, rows: ReturnType<typeof sql>): Promise<number> {
  const [counted] = await read.select({ count: sql<number | string>`count(*)` }).from(rows);
  return Number(counted?.count ?? 0); // PostgreSQL counts in texts
}
