import { eq, getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { newId } from '../src/database/id.ts';
import { erasureOf } from '../src/database/erasure.ts';
import { directoryStore } from '../src/directory/store.ts';
import type { RetentionDeps } from '../src/retention/deps.ts';
import type { RetentionForecast, RetentionState } from '@sportello/contract';
import { type Desk, testSecrets } from './app.ts';
import { got } from './citizen.ts';
import type { DeskObject } from './desk-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

/** What the job of the night works with, on the desk's own clock. */
export function retentionOf({ database, clock }: Desk): RetentionDeps {
  return { database, clock, directory: directoryStore(database, clock), secrets: testSecrets };
}

/** Forgets what the tests before left in tables that no desk is emptied of. */
export async function emptyMore({ database }: Desk): Promise<void> {
  const { retentionRuns, retentionSwitch, retentionHolds, identities, delegations, threadMessages, filePieces, files, payments, reports, ratings } = database.tables;
  await database.write(async (tx) => {
    for (const table of [retentionRuns, retentionSwitch, retentionHolds, identities, delegations, threadMessages, filePieces, files, payments, reports, ratings]) await tx.delete(table);
  });
}

/** An administrator who signed in a moment ago. */
export async function freshAdmin(desk: Desk): Promise<string> {
  return (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
}

export async function forecastNow(desk: Desk, cookie: string): Promise<RetentionForecast> {
  return got<RetentionForecast>(await askAs(desk, cookie, 'GET', '/staff/retention/forecast'), 200);
}

/** Switched on as the page does it: with what the dry run says. */
export async function switchOn(desk: Desk): Promise<RetentionForecast> {
  const cookie = await freshAdmin(desk);
  const forecast = await forecastNow(desk, cookie);
  const { revision } = got<RetentionState>(await askAs(desk, cookie, 'GET', '/staff/retention'), 200);
  const { night, people, appointments } = forecast;
  got(await askAs(desk, cookie, 'POST', '/staff/retention/changes', { revision, is_on: true, seen: { night, people, appointments } }), 200);
  return forecast;
}

/** Writes a word into every column that declares something personal and that erasing a citizen reaches, in rows that hang on this person and this appointment. */
export async function writeEverywhere({ database, clock }: Desk, word: string, { personId, appointmentId }: Pick<DeskObject, 'personId' | 'appointmentId'>, other: DeskObject): Promise<void> {
  const { tables, read, write } = database;
  const now = clock.now();
  const email = `${word}@example.org`.toLowerCase();
  const filled = (table: PgTable) => Object.fromEntries([...erasureOf(table)].filter(([, erasure]) => erasure !== 'plain').map(([name]) => [name, `${word} ${getTableName(table)} ${name}`]));
  const owner = { ownerKind: 'appointment', ownerId: appointmentId, createdAt: now };
  const [question] = await read.select().from(tables.questions).limit(1);
  const [file, room] = [newId(), newId()];
  const rows: readonly (readonly [PgTable, Readonly<Record<string, unknown>>])[] = [
    [tables.personKeys, { key: `${word} appointments personKey` }],
    [tables.personTerms, { personId, kind: 'name' }],
    [tables.identities, { personId, provider: 'spid', provenAt: now }],
    [tables.delegations, { delegatorId: personId, delegateId: other.personId, scope: word, firstDay: '2026-01-01' }],
    [tables.answers, { appointmentId, questionId: question?.id }],
    [tables.notes, { ...owner, ownerKind: 'person', ownerId: personId, staffId: 'x' }],
    [tables.notes, { ...owner, staffId: 'x' }],
    [tables.proposals, { appointmentId, startsAt: now, endsAt: now, calendarIds: [], staffId: 'x', createdAt: now, expiresAt: now, state: 'replaced' }],
    [tables.linkRequests, { code: 'x', requestedAt: now, emailDigest: `${word} digest` }],
    [tables.files, { ...owner, id: file, mediaType: 'x', bytes: 1, sentBy: 'citizen', store: 'database' }],
    [tables.filePieces, { fileId: file, position: 0, content: Buffer.from(`%PDF ${word}`) }],
    [tables.payments, { ...owner, amountCents: 1, state: 'x' }],
    [tables.threadMessages, { ...owner, author: 'citizen', personId }],
    [tables.reports, { email, createdAt: now }],
    [tables.ratings, { subject: 'service', stars: 4, createdAt: now }],
    [tables.rooms, { id: room, appointmentId, sequence: 7, createdAt: now }],
    [tables.roomGuests, { appointmentId, role: 'relative', createdAt: now }],
    [tables.roomMessages, { roomId: room, personId: 'x', createdAt: now }],
    [tables.retentionHolds, { personId, until: '2026-12-31', staffId: 'x', createdAt: now }],
    [tables.idempotencyKeys, { scope: newId(), bodyDigest: 'x', status: 201, answer: JSON.stringify({ said: word }), appointmentId, createdAt: now }],
  ];
  await write(async (tx) => {
    await tx.update(tables.people).set({ ...filled(tables.people), email }).where(eq(tables.people.id, personId));
    await tx.update(tables.appointments).set(filled(tables.appointments)).where(eq(tables.appointments.id, appointmentId));
    for (const [table, fixed] of rows) {
      const idColumn = 'id' in getTableColumns(table) ? { id: newId() } : {};
      await tx.insert(table).values({ ...idColumn, ...filled(table), ...fixed } as never);
    }
    await tx.delete(tables.linkRequests); // the worker answers and deletes them within a minute
  });
}
