import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import type { Hold, Slots } from '@sportello/contract';
import { newId } from '../src/database/id.ts';
import { openBenchDesk } from './desk.ts';

const bookings = 600;
const warmUp = 200;
const base = '/api/v1';

type BenchDesk = Awaited<ReturnType<typeof openBenchDesk>>;

/** CPU of this process in microseconds for each of `count` runs, by turns. */
async function cpuOf(count: number, run: (index: number) => Promise<void> | void): Promise<number> {
  for (let index = 0; index < warmUp; index += 1) await run(index);
  const before = process.cpuUsage();
  for (let index = warmUp; index < warmUp + count; index += 1) await run(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

async function book(desk: BenchDesk, startsAt: string, index: number): Promise<void> {
  const headers = () => ({ 'content-type': 'application/json', 'idempotency-key': randomUUID() });
  const wanted = { service_id: desk.serviceId, channel: 'video', municipality_id: desk.municipalityId, starts_at: startsAt };
  const held = await desk.app.inject({ method: 'POST', url: `${base}/holds`, headers: headers(), payload: wanted });
  const hold = held.json<Hold>();
  const person = { given_name: 'Ada', family_name: 'Rossi', email: `person${index}@example.org` };
  const confirmed = await desk.app.inject({
    method: 'POST',
    url: `${base}/appointments`,
    headers: { ...headers(), authorization: `Bearer ${hold.token}` },
    payload: { hold_id: hold.id, person, privacy_notice_version: '1' },
  });
  if (confirmed.statusCode !== 201) throw new Error(held.body + confirmed.body);
}

async function freeStarts(desk: BenchDesk): Promise<string[]> {
  const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
  const query = `service_id=${desk.serviceId}&channel=video&municipality_id=${desk.municipalityId}&from=${day(1)}&to=${day(58)}`;
  const answer = await desk.app.inject({ url: `${base}/slots?${query}` });
  // Twenty calendars: each start can be booked many times, and the first ones are not all alike.
  return answer.json<Slots>().items.map(({ starts_at }) => starts_at);
}

/** The statements of a hold and of a confirmation, two transactions of rows like ours, by the driver alone. */
function bareStatements(desk: BenchDesk): (index: number) => void {
  const database = new BetterSqlite(desk.file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const columns = (table: string) => (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const insert = (table: string) => database.prepare(`INSERT INTO ${table} (${columns(table).join(', ')}) VALUES (${columns(table).map((name) => `@${name}`).join(', ')})`);
  const nothing = (table: string) => Object.fromEntries(columns(table).map((name) => [name, null]));
  const [calendar] = database.prepare('SELECT id FROM calendars LIMIT 1').pluck().all() as [string];
  const touch = database.prepare('UPDATE calendars SET revision = revision + 1 WHERE id = ?');
  const insertAppointment = insert('appointments');
  const insertClaim = insert('claims');
  const insertEvent = insert('events');
  const insertKey = insert('idempotency_keys');
  const insertPerson = insert('people');
  const insertRole = insert('appointment_people');
  const insertMail = insert('outbox');
  const insertPersonKey = database.prepare('INSERT INTO person_keys (key, revision) VALUES (?, 1)');
  const confirm = database.prepare("UPDATE appointments SET state = 'confirmed', held_until = NULL, code = ?, person_key = ? WHERE id = ? AND state = 'held'");
  const certain = database.prepare('UPDATE claims SET held_until = NULL WHERE appointment_id = ?');
  const ofAppointment = database.prepare('SELECT * FROM appointments WHERE id = ?');
  const [channel] = database.prepare('SELECT * FROM service_channels LIMIT 1').all() as [{ id: string }];
  const [office] = database.prepare('SELECT id FROM offices LIMIT 1').pluck().all() as [string];
  const future = 4_000_000_000_000;

  return (index) => {
    const id = newId();
    const startsAt = future + index * 1_800_000;
    const endsAt = startsAt + 1_800_000;
    const event = (kind: string) => ({ ...nothing('events'), id: newId(), at: 1, kind, actor: 'citizen', appointment_id: id, service_id: desk.serviceId, channel: 'video', office_id: office, municipality_id: desk.municipalityId });
    const key = (status: number) => ({ ...nothing('idempotency_keys'), scope: randomUUID(), body_digest: randomUUID(), status, answer: '{}'.padEnd(400), created_at: 1 });
    database.transaction(() => {
      touch.run(calendar);
      const policy = { duration_minutes: 30, buffer_before_minutes: 0, buffer_after_minutes: 0, move_cutoff_minutes: 0, cancel_cutoff_minutes: 0, release_delay_minutes: 0, moderated: 0, price_cents: 0, texts_version: 1, retention_months: 12 };
      insertAppointment.run({
        ...nothing('appointments'), ...policy, id, state: 'held', revision: 0, sequence: 0, link_generation: 0, service_id: desk.serviceId, service_channel_id: channel.id,
        office_id: office, channel: 'video', municipality_id: desk.municipalityId, starts_at: startsAt, ends_at: endsAt, held_until: 1, extended: 0, language: 'it', created_at: 1, changed_at: 1,
      });
      insertClaim.run({ ...nothing('claims'), id: newId(), calendar_id: calendar, starts_at: startsAt, ends_at: endsAt, appointment_id: id, held_until: 1 });
      insertEvent.run(event('held'));
      insertKey.run(key(201));
    }).immediate();
    database.transaction(() => {
      touch.run(calendar);
      ofAppointment.get(id);
      insertPersonKey.run(id);
      confirm.run(id.slice(0, 30), id, id);
      certain.run(id);
      const person = newId();
      insertPerson.run({ ...nothing('people'), id: person, kind: 'natural', given_name: 'Ada', family_name: 'Rossi', email: 'ada@example.org', language: 'it', created_at: 1 });
      insertRole.run({ ...nothing('appointment_people'), id: newId(), appointment_id: id, person_id: person, role: 'requester' });
      insertEvent.run(event('confirmed'));
      for (const message of ['confirmation', 'reminder', 'reminder']) {
        insertMail.run({ ...nothing('outbox'), id: newId(), message, medium: 'mail', appointment_id: id, person_id: person, created_at: 1, due_at: 1, deadline_at: 2, state: 'pending', attempts: 0 });
      }
      insertKey.run(key(201));
    }).immediate();
  };
}

const desk = await openBenchDesk({ calendars: 20, claims: 1500 });
const starts = await freeStarts(desk);
const ours = await cpuOf(bookings, (index) => book(desk, starts[(index * 7) % starts.length] ?? '', index));
const other = await openBenchDesk({ calendars: 20, claims: 1500 });
const bare = await cpuOf(bookings, bareStatements(other));
console.log('Hold and confirm on SQLite, synchronous FULL, 20 calendars, 1,500 claims; CPU of the process, HTTP included by inject');
console.log(`  bare statements, one transaction each  ${bare.toFixed(0).padStart(6)} µs a booking   x1.00`);
console.log(`  POST /holds and POST /appointments     ${ours.toFixed(0).padStart(6)} µs a booking   x${(ours / bare).toFixed(2)}`);
await desk.close();
await other.close();
rmSync(`${other.file}-wal`, { force: true });
