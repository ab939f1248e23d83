import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { openDatabase, type DatabaseLocation } from '../src/database/open.ts';

const template = 'sportello_migrated';

/** Where a database of this kind can lie, and nobody has it open; on PostgreSQL an empty one is there. */
export async function makePlace(kind: DatabaseLocation['kind'] = inject('databaseKind')): Promise<{ location: DatabaseLocation; remove(): Promise<void> }> {
  return kind === 'pg' ? makePg(inject('postgresUrl')) : makeSqlite();
}

/** A migrated, empty database of the kind that this run is about; what it opened is closed and removed by `drop`. */
export async function makeTestDatabase(): Promise<{ location: DatabaseLocation; database: Database; drop(): Promise<void> }> {
  const { location, remove } = await makePlace();
  const database = await openDatabase(location);
  return { location, database, drop: () => database.close().then(remove) };
}

function makeSqlite(): { location: DatabaseLocation; remove(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-test-'));
  return {
    location: { kind: 'sqlite', file: join(folder, 'sportello.db') },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makePg(adminUrl: string): Promise<{ location: DatabaseLocation; remove(): Promise<void> }> {
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(1)');
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      await admin.query(`CREATE DATABASE ${template}`);
      const migrated = await openDatabase({ kind: 'pg', url: urlOf(adminUrl, template) });
      await migrated.close();
    }
  });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(1)');
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    location: { kind: 'pg', url: urlOf(adminUrl, name) },
    remove: () => asAdmin(adminUrl, async (admin) => void (await admin.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
