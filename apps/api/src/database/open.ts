import type { Database } from './database.ts';

/** Where the data lives: a SQLite file, or the address of a PostgreSQL database. */
export type DatabaseLocation = { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'pg'; readonly url: string };

/** Opens and migrates the database; loads only the driver that it needs. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if (location.kind === 'pg') return (await import('./open-pg.ts')).openPg(location.url);
  return (await import('./open-sqlite.ts')).openSqlite(location.file);
}
