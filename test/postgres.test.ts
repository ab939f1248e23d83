import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

interface Client {
  connect: () => Promise<void>;
  query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>;
  end: () => Promise<void>;
}
// The driver is a dependency of the API, not of the repository.
const { Client } = createRequire(new URL('../apps/api/package.json', import.meta.url))('pg') as { Client: new (url: string) => Client };

describe('the PostgreSQL of the tests', () => {
  const client = new Client(inject('postgresUrl'));
  beforeAll(async () => {
    await client.connect();
    await client.query('create database house');
  });
  afterAll(async () => {
    await client.query('drop database house with (force)');
    await client.end();
  });

  test('is the real thing, new enough for production', async () => {
    const { rows } = await client.query('show server_version_num');
    expect(Number(rows[0]?.server_version_num)).toBeGreaterThanOrEqual(180_000);
  });

  test('refuses two claims that overlap on one calendar, and allows neighbours', async () => {
    const house = new Client(inject('postgresUrl').replace(/\/postgres$/, '/house'));
    await house.connect();
    await house.query('create extension btree_gist');
    await house.query(`create table claims (
      calendar_id text, starts_at timestamptz, ends_at timestamptz,
      constraint no_overlap exclude using gist (calendar_id with =, tstzrange(starts_at, ends_at) with &&))`);
    const claim = (calendar: string, start: string, end: string) =>
      house.query(`insert into claims values ('${calendar}', '2026-12-03 ${start}+01', '2026-12-03 ${end}+01')`);

    await claim('anna', '09:00', '09:30');
    await claim('anna', '09:30', '10:00');
    await claim('bruno', '09:00', '09:30');
    await expect(claim('anna', '09:15', '09:45')).rejects.toMatchObject({ code: '23P01', constraint: 'no_overlap' });
    await house.end();
  });
});
