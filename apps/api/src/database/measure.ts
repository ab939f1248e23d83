import { sql } from 'drizzle-orm';
import { ticks } from '../clock.ts';
import type { Database } from './database.ts';
import { knownMigrations } from './migrate.ts';

/** How a database is at this moment. */
export interface DatabaseMeasures {
  readonly sizeBytes: number;
  /** How long it took to answer a small question. */
  readonly answeredMilliseconds: number;
  /** Migrations that this program does not know: a newer version was here. */
  readonly unknownMigrations: number;
}

const one = sql`(select 1) as one`;

/** Throws when the database does not answer. */
export async function measureDatabase({ kind, read }: Pick<Database, 'kind' | 'read'>): Promise<DatabaseMeasures> {
  const began = ticks();
  await read.select({ one: sql<number>`1` }).from(one);
  const answeredMilliseconds = Math.round(ticks() - began);
  const size = kind === 'pg' ? sql<number>`pg_database_size(current_database())` : sql<number>`(select page_count * page_size from pragma_page_count(), pragma_page_size())`;
  const [measured] = await read.select({ size: size.mapWith(Number) }).from(one);
  const applied = await read.select({ name: sql<string>`name` }).from(sql`migrations`);
  const known = new Set(knownMigrations());
  return { sizeBytes: measured?.size ?? 0, answeredMilliseconds, unknownMigrations: applied.filter(({ name }) => !known.has(name)).length };
}

/** What the clock of the database's machine says, epoch milliseconds. */
export async function databaseTime({ kind, read }: Pick<Database, 'kind' | 'read'>): Promise<number> {
  const now = kind === 'pg' ? sql<number>`extract(epoch from clock_timestamp()) * 1000` : sql<number>`unixepoch('subsec') * 1000`;
  const [asked] = await read.select({ now: now.mapWith(Number) }).from(one);
  return Math.round(asked?.now ?? 0);
}
