import type { RecordItem, RetentionState, Statistics } from '@sportello/contract';
import { and, eq, getTableName } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyTrail } from '../src/audit/verify.ts';
import { trailSealer } from '../src/audit/seal.ts';
import type { Database } from '../src/database/database.ts';
import { erasureOf } from '../src/database/erasure.ts';
import { tidyUp } from '../src/housekeeping.ts';
import { applyRetention } from '../src/retention/run.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { addPerson, makeFindable, personRow, takePart, trailOf } from './people-objects.ts';
import { emptyMore, forecastNow, freshAdmin, retentionOf, switchOn, writeEverywhere } from './retention-desk.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { rawFiles, tablesWith, wholeDatabase } from './whole-database.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await emptyMore(desk);
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
});
afterAll(() => desk.close());

const later = '2027-12-10T10:00:00+01:00';
const nightAfter = '2027-12-11T03:00:00+01:00';
const run = () => applyRetention(retentionOf(desk));

/** The run of the latest night. */
async function lastRun() {
  const { retentionRuns } = desk.database.tables;
  return (await desk.database.read.select().from(retentionRuns)).toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
}

async function appointmentRow(id: string) {
  const { appointments } = desk.database.tables;
  const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.id, id));
  return row;
}

async function changeAppointment(id: string, changes: Partial<Database['tables']['appointments']['$inferInsert']>): Promise<void> {
  const { appointments } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(appointments).set(changes).where(eq(appointments.id, id))));
}

describe('after the job', () => {
  const gone = 'Zzyzxandro';
  const kept = 'Qwxbertina';

  /** What the officials do with somebody, each of which the trail keeps with what was said. */
  async function workWith(word: string, { personId, appointmentId, officeId }: DeskObject): Promise<void> {
    const manager = (await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [officeId] }))).cookie;
    await makeFindable(desk);
    const row = await personRow(desk, personId);
    const answers = [
      await askAs(desk, manager, 'PATCH', `/staff/people/${personId}`, { revision: row?.revision, given_name: `${word} di nuovo` }),
      await askAs(desk, manager, 'POST', `/staff/people/${personId}/notes`, { text: `${word} sente poco` }),
      await askAs(desk, manager, 'POST', `/staff/appointments/${appointmentId}/notes`, { text: `${word} porta la planimetria` }),
      await askAs(desk, manager, 'POST', `/staff/people/${personId}/exports`, {}),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 201, 201, 200]);
  }

  const figures = async (cookie: string) => {
    const { made_at: madeAt, ...said } = got<Statistics>(await askAs(desk, cookie, 'GET', '/staff/statistics?from=2026-11-01&to=2027-06-30&group_by=service'), 200);
    expect(Date.parse(madeAt)).not.toBeNaN();
    return said;
  };

  test('nothing personal of who is over stands anywhere in the database, nor in its file; of who is not all is there, and the statistics are the same', async () => {
    await workWith(gone, here);
    await workWith(kept, there);
    await writeEverywhere(desk, gone, here, there);
    await writeEverywhere(desk, kept, there, there);
    await changeAppointment(here.appointmentId, { state: 'served' });
    await changeAppointment(there.appointmentId, { startsAt: Date.parse('2027-06-01T09:00:00+02:00'), endsAt: Date.parse('2027-06-01T09:30:00+02:00'), state: 'served' });
    // What people write of pages names nobody: it has a time of its own, and here it is younger for who stays.
    const { reports, ratings } = desk.database.tables;
    const young = { createdAt: Date.parse('2027-06-01T09:00:00+02:00') };
    await desk.database.write(async (tx) => {
      await tx.update(reports).set(young).where(eq(reports.email, `${kept.toLowerCase()}@example.org`));
      await tx.update(ratings).set(young).where(eq(ratings.comment, `${kept} ratings comment`));
    });
    const everywhere = await tablesWith(desk.location, gone);
    const ofOthers = /^(absences|blocks|calendar_feeds|busy_sources|guesses|link_requests|room_signals|video_connections|mail_servers|webhooks|webhook_deliveries|vendor_meetings|staff|staff_.+|passkeys|totp_secrets|recovery_codes|sign_in_.+)$/;
    const personal = Object.values(desk.database.tables).filter((table) => [...erasureOf(table).values()].some((erasure) => erasure !== 'plain')).map(getTableName);
    expect(personal.filter((name) => !ofOthers.test(name) && !everywhere.includes(name)), 'every table with something personal holds the word before').toEqual([]);
    expect(rawFiles(desk.location).includes(gone)).toBe(desk.location.kind === 'sqlite');

    desk.clock.set(later);
    await tidyUp(desk); // keys of requests, which keep the answers of a day
    const keptBefore = await tablesWith(desk.location, kept);
    const auditor = async () => (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
    const before = await figures(await auditor());
    expect(before.total.booked).toBeGreaterThan(0);
    expect(await switchOn(desk)).toMatchObject({ night: '2027-12-11', people: 1, appointments: 1, texts: 2, by_service: [{ appointments: 1, oldest: '2026-12-03' }] });

    desk.clock.set(nightAfter);
    expect(await run()).toBe(true);
    expect(await lastRun()).toMatchObject({ day: '2027-12-11', people: 1, appointments: 1, texts: 2, failures: 0, endedAt: desk.clock.now() });

    expect(await tablesWith(desk.location, gone)).toEqual([]);
    for (const word of ['ada.qui@', 'Quintavalle', 'Una domanda di Ada']) expect(await tablesWith(desk.location, word), word).toEqual([]);
    expect(rawFiles(desk.location).toLowerCase().includes(gone.toLowerCase())).toBe(false);
    expect(await tablesWith(desk.location, kept)).toEqual(keptBefore);
    const cookie = await auditor();
    expect(await figures(cookie)).toEqual(before);
    await trailSealer(desk).run();
    expect((await verifyTrail(desk)).findings).toEqual([]);
    expect((await trailOf(desk, 3)).map(({ action, actor, objectKind }) => [action, actor, objectKind])).toContainEqual(['erase', 'system', 'retention']);
    const found = await askAs(desk, await freshAdmin(desk), 'POST', '/staff/people/search', { words: 'Zzyzxandro' });
    expect(found.json<{ items: unknown[] }>().items).toEqual([]);
  });
});

describe('what is over', () => {
  const at = (text: string) => Date.parse(text);

  /** Whether an appointment that ended so would go in the night of 4 December 2027. */
  async function isOver(changes: Partial<Database['tables']['appointments']['$inferInsert']>): Promise<boolean> {
    desk.clock.set('2027-12-03T12:00:00+01:00');
    await changeAppointment(there.appointmentId, { endsAt: at('2030-01-01T09:00:00Z') });
    await changeAppointment(here.appointmentId, changes);
    const { appointments, people } = await forecastNow(desk, await freshAdmin(desk));
    expect(people).toBe(appointments); // whom it named last goes with it
    return appointments === 1;
  }

  const ended = (text: string) => ({ startsAt: at(text) - 60_000, endsAt: at(text) });

  test.each([
    ['twelve months and a day after it ended', { state: 'served', ...ended('2026-12-03T23:59:00+01:00') }, true],
    ['not on the day itself', { state: 'served', ...ended('2026-12-04T00:00:00+01:00') }, false],
    ['though nobody wrote what became of it', { state: 'confirmed', ...ended('2026-12-03T10:00:00+01:00') }, true],
    ['earlier, if it was booked with a shorter time', { state: 'served', retentionMonths: 1, ...ended('2027-11-03T10:00:00+01:00') }, true],
    ['no later, though it was booked with a longer time', { state: 'served', retentionMonths: 60, ...ended('2026-12-03T10:00:00+01:00') }, true],
    ['when it was cancelled, however far ahead it was', { state: 'cancelled', changedAt: at('2026-12-03T10:00:00+01:00'), ...ended('2028-01-01T10:00:00+01:00') }, true],
    ['not when it was cancelled since', { state: 'cancelled', changedAt: at('2027-01-03T10:00:00+01:00'), ...ended('2026-12-02T10:00:00+01:00') }, false],
    ['somebody who came without an appointment, by the last that was written', { state: 'in_progress', startsAt: null, endsAt: null, changedAt: at('2026-12-03T10:00:00+01:00') }, true],
    ['not what is to come', { state: 'confirmed', ...ended('2028-01-01T10:00:00+01:00') }, false],
  ] as const)('goes %s', async (_, changes, expected) => expect(await isOver(changes)).toBe(expected));

  test('goes sooner once the union shortens the time of the service', async () => {
    const { services, appointments } = desk.database.tables;
    const [row] = await desk.database.read.select().from(appointments).where(eq(appointments.id, here.appointmentId));
    const set = (retentionMonths: number) => desk.change((tx) => tx.update(services).set({ retentionMonths }).where(eq(services.id, row?.serviceId ?? '')));
    await set(3);
    expect(await isOver({ state: 'served', ...ended('2027-09-02T10:00:00+02:00') })).toBe(true);
    await set(12);
    expect(await isOver({ state: 'served', ...ended('2027-09-02T10:00:00+02:00') })).toBe(false);
  });

  test('messages and texts go by the time that the union set', async () => {
    const { unions, outbox, reports, ratings } = desk.database.tables;
    const asked = async () => forecastNow(desk, await freshAdmin(desk)).then(({ messages, texts }) => ({ messages, texts }));
    await desk.database.write(async (tx) => {
      await tx.update(outbox).set({ state: 'sent' }).where(eq(outbox.appointmentId, here.appointmentId));
      await tx.insert(reports).values({ id: 'r', text: 'Non si legge', email: null, path: null, createdAt: desk.clock.now() });
      await tx.insert(ratings).values([{ id: 'a', subject: 'page', stars: 1, comment: 'Chiamatemi', createdAt: desk.clock.now() }, { id: 'b', subject: 'page', stars: 5, comment: '', createdAt: desk.clock.now() }]);
    });
    const sent = (await desk.database.read.select().from(outbox).where(eq(outbox.state, 'sent'))).length;
    desk.clock.set('2027-02-02T12:00:00+01:00');
    expect(await asked()).toEqual({ messages: 0, texts: 0 });
    await desk.change((tx) => tx.update(unions).set({ messagesMonths: 2, textsMonths: 1 }));
    await switchOn(desk);
    expect(await asked()).toEqual({ messages: sent, texts: 2 });
    desk.clock.set('2027-02-03T04:00:00+01:00');
    await run();
    await desk.change((tx) => tx.update(unions).set({ messagesMonths: null, textsMonths: null }));
    expect(sent).toBeGreaterThan(0);
    expect(await desk.database.read.select().from(outbox).where(eq(outbox.state, 'sent'))).toEqual([]);
    expect(await desk.database.read.select().from(ratings).where(eq(ratings.id, 'a'))).toMatchObject([{ stars: 1, comment: '***' }]);
    expect(await lastRun()).toMatchObject({ messages: sent, texts: 2, people: 0 });
  });
});

test('the union decides on the months of what belongs to no service, within bounds, and can put them back', async () => {
  const admin = await freshAdmin(desk);
  const [union] = got<{ items: RecordItem[] }>(await askAs(desk, admin, 'GET', '/staff/records/union'), 200).items;
  if (union?.content.kind !== 'union') throw new Error('there is no union');
  const change = (revision: number, months: object) => askAs(desk, admin, 'POST', `/staff/records/union/${union.id}`, { revision, content: { ...union.content, ...months } });
  const rules = async () => got<RetentionState>(await askAs(desk, admin, 'GET', '/staff/retention'), 200);
  expect(await rules()).toMatchObject({ messages_months: 12, texts_months: 12, trail_months: 24, access_months: 6 });
  expectProblem(await change(union.revision, { access_months: 5 }), 'validation');
  const { revision } = got<RecordItem>(await change(union.revision, { messages_months: 3, access_months: 9 }), 200);
  expect(await rules()).toMatchObject({ messages_months: 3, texts_months: 12, trail_months: 24, access_months: 9 });
  got(await change(revision, {}), 200);
  expect(await rules()).toMatchObject({ messages_months: 12, access_months: 6 });
});

describe('somebody stays', () => {
  test('who comes back: of what is over the words go, and who they are stays', async () => {
    const again = await addPerson(desk, here.appointmentId, { givenName: 'Ida', familyName: 'Ritorna' }, { startsAt: Date.parse('2027-11-01T09:00:00Z'), endsAt: Date.parse('2027-11-01T09:30:00Z'), state: 'served', code: 'RITORNA1' });
    await takePart(desk, { personId: again.id, appointmentId: here.appointmentId, role: 'companion' });
    desk.clock.set(later);
    await switchOn(desk);
    desk.clock.set(nightAfter);
    await run();
    expect(await personRow(desk, again.id)).toMatchObject({ givenName: 'Ida', erasedAt: null });
    expect(await appointmentRow(here.appointmentId)).toMatchObject({ topic: null, anonymisedAt: desk.clock.now() });
    expect(await appointmentRow(again.appointmentId)).toMatchObject({ anonymisedAt: null });
    expect(await personRow(desk, here.personId)).toMatchObject({ givenName: null });
  });

  test('who is invited, until the invitation is over', async () => {
    const { invitations } = desk.database.tables;
    const row = await appointmentRow(here.appointmentId);
    const wish = { serviceId: row?.serviceId ?? '', officeId: here.officeId, channel: 'video' as const, staffId: 'x', createdAt: 0 };
    await desk.database.write(async (tx) => void (await tx.insert(invitations).values({ id: 'i', ...wish, personId: here.personId, expiresAt: Date.parse('2027-12-20T00:00:00Z') })));
    desk.clock.set(later);
    expect(await forecastNow(desk, await freshAdmin(desk))).toMatchObject({ people: 1, appointments: 2 });
    desk.clock.set('2027-12-21T10:00:00+01:00');
    expect(await forecastNow(desk, await freshAdmin(desk))).toMatchObject({ people: 2, appointments: 2 });
  });

  test('who is kept for a reason, with their appointments, until the day that was said or until nobody needs it any more', async () => {
    desk.clock.set(later);
    const admin = await freshAdmin(desk);
    const hold = (body: object) => askAs(desk, admin, 'POST', '/staff/retention/holds', { person_id: here.personId, until: '2028-01-31', reason: 'Ricorso al TAR', ...body });
    expectProblem(await hold({ until: '2027-12-09' }), 'validation');
    expectProblem(await hold({ until: '2040-01-01' }), 'validation');
    expectProblem(await hold({ person_id: 'nobody' }), 'not-found');
    const { id } = got<{ id: string }>(await hold({}), 201);
    expect(await trailOf(desk)).toMatchObject([{ action: 'create', objectKind: 'retention', objectId: id, personId: here.personId }]);
    expect(await forecastNow(desk, admin)).toMatchObject({ people: 1, appointments: 1 });
    const state = got<RetentionState>(await askAs(desk, admin, 'GET', '/staff/retention'), 200);
    expect(state.holds).toMatchObject([{ id, person_id: here.personId, until: '2028-01-31', reason: 'Ricorso al TAR', staff_name: 'Prova admin' }]);

    desk.clock.set('2028-01-30T10:00:00+01:00');
    expect(await forecastNow(desk, await freshAdmin(desk))).toMatchObject({ night: '2028-01-31', people: 1 });
    desk.clock.set('2028-01-31T10:00:00+01:00');
    const other = await freshAdmin(desk);
    expect(await forecastNow(desk, other)).toMatchObject({ night: '2028-02-01', people: 2 });
    expect((await askAs(desk, other, 'DELETE', `/staff/retention/holds/${id}`)).statusCode).toBe(204);
    expect((await askAs(desk, other, 'DELETE', `/staff/retention/holds/${id}`)).statusCode).toBe(204);
    expectProblem(await askAs(desk, other, 'DELETE', '/staff/retention/holds/nothing'), 'not-found');
  });
});

describe('the switch', () => {
  const change = (cookie: string, body: object) => askAs(desk, cookie, 'POST', '/staff/retention/changes', body);

  test('is off at first, and then nothing goes', async () => {
    desk.clock.set(later);
    expect(got<RetentionState>(await askAs(desk, await freshAdmin(desk), 'GET', '/staff/retention'), 200)).toMatchObject({ is_on: false, revision: 0, runs: [], changed_at: null });
    desk.clock.set(nightAfter);
    const before = await wholeDatabase(desk.location);
    expect(await run()).toBe(false);
    expect(await wholeDatabase(desk.location)).toEqual(before);
  });

  test('needs the figures of the dry run as they are now, and whoever signed in a moment ago', async () => {
    desk.clock.set(later);
    const admin = await freshAdmin(desk);
    const seen = { night: '2027-12-11', people: 2, appointments: 2 };
    expectProblem(await change(admin, { revision: 0, is_on: true }), 'changed-meanwhile');
    expectProblem(await change(admin, { revision: 0, is_on: true, seen: { ...seen, people: 1 } }), 'changed-meanwhile');
    expectProblem(await change(admin, { revision: 3, is_on: true, seen }), 'changed-meanwhile');
    desk.clock.pass(11);
    const auditor = (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
    expectProblem(await change(auditor, { revision: 0, is_on: true, seen }), 'not-allowed');
    const stale = await signedIn(desk, await addMember(desk, { role: 'admin' }));
    const { staffSessions } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(staffSessions).set({ authenticatedAt: desk.clock.now() - 11 * 60_000 }).where(eq(staffSessions.id, stale.sessionId))));
    expectProblem(await change(stale.cookie, { revision: 0, is_on: true, seen }), 'fresh-sign-in-needed');

    const done = got<RetentionState>(await change(await freshAdmin(desk), { revision: 0, is_on: true, seen }), 200);
    expect(done).toMatchObject({ is_on: true, revision: 1, staff_name: 'Prova admin', changed_at: '2027-12-10T10:11:00+01:00' });
    expect(await trailOf(desk)).toMatchObject([{ action: 'change', objectKind: 'retention', fields: ['is_on', 'people', 'appointments'] }]);
    expect(got<RetentionState>(await change(await freshAdmin(desk), { revision: 1, is_on: false }), 200)).toMatchObject({ is_on: false, revision: 2 });
    desk.clock.set(nightAfter);
    expect(await run()).toBe(false);
  });

  test('switched on in the afternoon, nothing goes before the night', async () => {
    desk.clock.set(later);
    await switchOn(desk);
    expect(await run()).toBe(false);
    desk.clock.set('2027-12-11T02:59:00+01:00');
    expect(await run()).toBe(false);
    desk.clock.set(nightAfter);
    expect(await run()).toBe(true);
    expect(await run()).toBe(false);
    expect(await lastRun()).toMatchObject({ people: 2, appointments: 2 });
  });
});

describe('a night', () => {
  /** As many people as this, with an appointment each that is over. */
  async function addMany(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await addPerson(desk, here.appointmentId, { givenName: 'Uno', familyName: `Dei tanti ${i}`, email: i === 7 ? 'guasto@example.org' : null }, { code: `TANTI${String(i).padStart(3, '0')}` });
    desk.clock.set(later);
    await switchOn(desk);
    desk.clock.set(nightAfter);
  }
  const peopleLeft = async () => (await desk.database.read.select().from(desk.database.tables.people).where(and(eq(desk.database.tables.people.givenName, 'Uno')))).length;

  /** A process that ends at its nth write, as when it is killed: that write and all later ones are not done. */
  function dyingAt(database: Database, nth: number): Database {
    let writes = 0;
    return { ...database, write: (work) => (++writes >= nth ? Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNRESET' })) : database.write(work)) };
  }

  test.each([2, 3, 4, 5, 6])('a process that ends at its write number %i is followed by another, which does the rest, and counts each once', async (nth) => {
    await addMany(45);
    await expect(applyRetention({ ...retentionOf(desk), database: dyingAt(desk.database, nth) })).rejects.toThrow('gone');
    expect(await run()).toBe(false); // its turn is not over yet
    desk.clock.pass(11);
    expect(await run()).toBe(true);
    expect(await lastRun()).toMatchObject({ people: 47, appointments: 47, failures: 0, startedAt: Date.parse(nightAfter), endedAt: desk.clock.now() });
    expect(await peopleLeft()).toBe(0);
  });

  test('of two processes one does it', async () => {
    await addMany(25);
    const beside = await openBeside(desk);
    const done = await Promise.all([run(), applyRetention(retentionOf(beside)), run()]);
    await beside.close();
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await lastRun()).toMatchObject({ people: 27, appointments: 27 });
  });

  test('somebody who cannot be treated holds up nobody, is counted, and is due again the next night', async () => {
    await addMany(25);
    const deps = retentionOf(desk);
    const digest = (purpose: 'email' | 'person', text: string) => {
      if (text === 'guasto@example.org') throw new Error('broken');
      return deps.secrets.digest(purpose, text);
    };
    expect(await applyRetention({ ...deps, secrets: { digest: digest as typeof deps.secrets.digest } })).toBe(true);
    expect(await lastRun()).toMatchObject({ people: 26, appointments: 27, failures: 1 });
    expect(await peopleLeft()).toBe(1);
    desk.clock.set('2027-12-12T03:10:00+01:00');
    expect(await run()).toBe(true);
    expect(await lastRun()).toMatchObject({ day: '2027-12-12', people: 1, appointments: 0, failures: 0 });
    expect(await peopleLeft()).toBe(0);
    const { runs } = got<RetentionState>(await askAs(desk, await freshAdmin(desk), 'GET', '/staff/retention'), 200);
    expect(runs.map(({ day, people, failures }) => [day, people, failures])).toEqual([['2027-12-12', 1, 0], ['2027-12-11', 26, 1]]);
  });

  test('that was missed is made up for in the day, once', async () => {
    await addMany(3);
    desk.clock.set('2027-12-11T15:00:00+01:00');
    expect(await run()).toBe(true);
    expect(await lastRun()).toMatchObject({ day: '2027-12-11', people: 5 });
  });
});
