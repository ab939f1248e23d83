import { randomUUID } from 'node:crypto';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseLocation } from '../src/database/open.ts';
import { newId } from '../src/database/id.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The driver alone: runs one statement by its number, or a transaction of them. */
interface Driver {
  run(sql: string, values: readonly unknown[]): Promise<void> | void;
  transaction(work: () => Promise<void> | void): Promise<void>;
  /** An instant as the database keeps it. */
  instant(milliseconds: number): number | string;
  boolean(value: boolean): number | boolean;
  close(): Promise<void>;
}

export interface BareDirectory {
  readonly serviceId: string;
  readonly channelId: string;
  readonly officeId: string;
  readonly municipalityId: string;
  readonly calendarId: string;
}

/** A hold and its confirmation as the plain statements that write our rows, two transactions, prepared, by the driver alone. */
export async function bareBooking(location: DatabaseLocation, directory: BareDirectory): Promise<{ book(index: number): Promise<void>; close(): Promise<void> }> {
  const driver = location.kind === 'pg' ? await pgDriver(location.url) : sqliteDriver(location.file);
  const { run, instant, boolean } = driver;
  const insert = (table: string, row: Row) => run(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`, Object.values(row));
  const touch = () => run('UPDATE calendars SET revision = revision + 1 WHERE id = ?', [directory.calendarId]);
  const { serviceId: service_id, officeId: office_id, municipalityId: municipality_id } = directory;
  const about = { service_id, office_id, municipality_id, channel: 'video' };
  const policy = { duration_minutes: 30, buffer_before_minutes: 0, buffer_after_minutes: 0, move_cutoff_minutes: 0, cancel_cutoff_minutes: 0, release_delay_minutes: 0, moderated: boolean(false), price_cents: 0, texts_version: 1, retention_months: 12 };
  const event = (appointment_id: string, kind: string) => insert('events', { ...about, id: newId(), at: instant(1), kind, actor: 'citizen', appointment_id });
  const key = () => insert('idempotency_keys', { scope: randomUUID(), body_digest: randomUUID(), status: 201, answer: '{}'.padEnd(400), created_at: instant(1) });

  async function hold(id: string, index: number): Promise<void> {
    const starts_at = instant(4_000_000_000_000 + index * 1_800_000);
    const ends_at = instant(4_000_000_000_000 + (index + 1) * 1_800_000);
    await touch();
    const state = { state: 'held', revision: 0, sequence: 0, link_generation: 0, held_until: instant(1), extended: boolean(false), language: 'it', created_at: instant(1), changed_at: instant(1) };
    await insert('appointments', { ...about, ...policy, ...state, id, service_channel_id: directory.channelId, starts_at, ends_at });
    await insert('claims', { id: newId(), calendar_id: directory.calendarId, starts_at, ends_at, appointment_id: id, held_until: instant(1) });
    await event(id, 'held');
    await key();
  }

  async function confirm(id: string): Promise<void> {
    await touch();
    await run('SELECT * FROM appointments WHERE id = ?', [id]);
    await insert('person_keys', { key: id, revision: 1 });
    await run("UPDATE appointments SET state = 'confirmed', held_until = NULL, code = ?, person_key = ? WHERE id = ? AND state = 'held'", [id, id, id]);
    await run('UPDATE claims SET held_until = NULL WHERE appointment_id = ?', [id]);
    const person_id = newId();
    await insert('people', { id: person_id, kind: 'natural', given_name: 'Ada', family_name: 'Rossi', email: 'ada@example.org', language: 'it', created_at: instant(1) });
    await insert('appointment_people', { id: newId(), appointment_id: id, person_id, role: 'requester' });
    await event(id, 'confirmed');
    for (const message of ['confirmation', 'reminder', 'reminder']) {
      await insert('outbox', { id: newId(), message, medium: 'mail', appointment_id: id, person_id, created_at: instant(1), due_at: instant(1), deadline_at: instant(2), state: 'pending', attempts: 0 });
    }
    await key();
  }

  return {
    async book(index) {
      const id = newId();
      await driver.transaction(() => hold(id, index));
      await driver.transaction(() => confirm(id));
    },
    close: driver.close,
  };
}

function sqliteDriver(file: string): Driver {
  const database = new BetterSqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const prepared = new Map<string, BetterSqlite.Statement>();
  return {
    run(sql, values) {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      if (statement.reader) statement.get(...values);
      else statement.run(...values);
    },
    async transaction(work) {
      database.exec('BEGIN IMMEDIATE');
      await work();
      database.exec('COMMIT');
    },
    instant: (milliseconds) => milliseconds,
    boolean: Number,
    close: async () => void database.close(),
  };
}

async function pgDriver(connectionString: string): Promise<Driver> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const names = new Map<string, string>();
  return {
    async run(sql, values) {
      const name = names.get(sql) ?? `s${names.size}`;
      names.set(sql, name);
      let place = 0;
      await client.query({ name, text: sql.replace(/\?/g, () => `$${(place += 1)}`), values: [...values] });
    },
    async transaction(work) {
      await client.query('BEGIN');
      await work();
      await client.query('COMMIT');
    },
    instant: (milliseconds) => new Date(milliseconds).toISOString(),
    boolean: (value) => value,
    close: () => client.end(),
  };
}
