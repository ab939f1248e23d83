import { localDay, dayOfWeek } from '@sportello/scheduling';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoContent } from '../src/database/demo/content/index.ts';
import { prepareDemo } from '../src/database/demo/guard.ts';
import { loadDemo } from '../src/database/demo/load.ts';
import type { Tables } from '../src/database/schema.ts';
import { directoryStore } from '../src/directory/store.ts';
import { makeTestDatabase } from './database.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;

beforeEach(async () => {
  made = await makeTestDatabase();
});
afterEach(() => made.drop());

/** A Wednesday, 11:30 in Rome; Tuesday the 8th is a holiday. */
const clock = { now: () => Date.parse('2026-12-02T10:30:00Z') };
const day = 86_400_000;

function rowsOf<Name extends keyof Tables>(name: Name): Promise<Tables[Name]['$inferSelect'][]> {
  // Which table it is only the caller knows; all answer a bare select with their rows.
  return made.database.read.select().from(made.database.tables[name] as Tables['unions']) as unknown as Promise<Tables[Name]['$inferSelect'][]>;
}

async function countOf(name: keyof Tables): Promise<number> {
  return (await rowsOf(name)).length;
}

async function addRealUnion(): Promise<void> {
  const texts = { name: 'Unione vera', seat: '', phone: '', email: '', address: '', timeZone: 'Europe/Rome' };
  const { database } = made;
  await database.write(async (tx) => {
    await tx.insert(database.tables.unions).values({ id: 'u', ...texts, languages: ['it'], links: [], legalNotes: { it: '', en: '' } });
  });
}

test('a demo starts from an empty database and is marked as one', async () => {
  await prepareDemo(made.database, { demo: true, clock });
  expect(await rowsOf('installation')).toEqual([{ key: 'demo', value: 'on' }]);
  const directory = await directoryStore(made.database, clock).current();
  expect(directory).toMatchObject({ isDemo: true, revision: 0, union: { name: demoContent.union.name, seat: 'Montaldo Scarampi' } });
  expect(directory.privacyNotice.version).toBe(demoContent.union.privacyNotice.version);
  expect([directory.municipalities.size, directory.offices.size, directory.calendars.size]).toEqual([9, 5, 9]);
  expect(directory.services.size).toBe(demoContent.services.length);
  expect(directory.faqs).toHaveLength(demoContent.union.faq.length);
});

test('every channel of the demo can be booked: it has calendars for each need, and a desk has places', async () => {
  await loadDemo(made.database, clock);
  const { services } = await directoryStore(made.database, clock).current();
  for (const { slug, channels } of services.values()) {
    for (const { channel, needs, placeIds, reminderMinutes } of channels.values()) {
      expect(needs.length > 0 && needs.every((ids) => ids.length > 0), `${slug} ${channel}`).toBe(true);
      expect(placeIds.length > 0, `${slug} ${channel}`).toBe(channel === 'desk');
      expect(reminderMinutes).toEqual([2880, 120]);
    }
  }
  expect(services.size).toBeGreaterThan(0);
});

test('the second start of a demo loads nothing again', async () => {
  await prepareDemo(made.database, { demo: true, clock });
  const before = [await countOf('unions'), await countOf('openingRules'), await countOf('appointments')];
  await prepareDemo(made.database, { demo: true, clock });
  await loadDemo(made.database, clock);
  expect([await countOf('unions'), await countOf('openingRules'), await countOf('appointments')]).toEqual(before);
});

test('two processes that start together load one demo', async () => {
  await Promise.all([prepareDemo(made.database, { demo: true, clock }), prepareDemo(made.database, { demo: true, clock })]);
  expect(await countOf('unions')).toBe(1);
  expect(await countOf('municipalities')).toBe(9);
});

test('a demo does not start on real data, and leaves it as it was', async () => {
  await addRealUnion();
  await expect(prepareDemo(made.database, { demo: true, clock })).rejects.toThrow('holds real data: set DEMO=off');
  expect(await countOf('installation')).toBe(0);
  expect(await countOf('municipalities')).toBe(0);
});

test('a real desk does not start on demo data', async () => {
  await prepareDemo(made.database, { demo: true, clock });
  await expect(prepareDemo(made.database, { demo: false, clock })).rejects.toThrow('holds demo data');
});

test('a real desk starts empty, and goes on with its own data', async () => {
  await prepareDemo(made.database, { demo: false, clock });
  expect(await countOf('unions')).toBe(0);
  await addRealUnion();
  await prepareDemo(made.database, { demo: false, clock });
  expect(await rowsOf('unions')).toMatchObject([{ name: 'Unione vera' }]);
});

test('a demo that cannot be loaded whole is not loaded at all', async () => {
  const { database } = made;
  // A comune with a code of the demo's, which only shows once half of it is written.
  const comune = { slug: 'x', name: 'x', istatCode: '005066', cadastralCode: '', postalCode: '', province: '', areaCode: '', description: { it: '', en: '' } };
  await database.write(async (tx) => void (await tx.insert(database.tables.municipalities).values({ id: 'x', ...comune })));
  await expect(loadDemo(database, clock)).rejects.toThrow();
  expect([await countOf('installation'), await countOf('unions'), await countOf('municipalities')]).toEqual([0, 0, 1]);
});

test('the demo desk has some appointments: the past ones served or missed, the others confirmed over the next two weeks', async () => {
  await loadDemo(made.database, clock);
  const appointments = (await rowsOf('appointments')).filter(({ startsAt }) => startsAt !== null);
  const over = appointments.filter(({ endsAt }) => (endsAt ?? 0) <= clock.now());
  const toCome = appointments.filter(({ startsAt }) => (startsAt ?? 0) > clock.now() + 30 * 60_000);
  expect(new Set(over.map(({ state }) => state))).toEqual(new Set(['served', 'missed']));
  expect(new Set(toCome.map(({ state }) => state))).toEqual(new Set(['confirmed']));
  expect(toCome.length).toBeGreaterThanOrEqual(20);
  expect(toCome.length).toBeLessThanOrEqual(40);
  expect(new Set(appointments.map(({ channel }) => channel))).toEqual(new Set(['video', 'phone', 'desk', 'home']));
  const days = new Set(appointments.map(({ startsAt }) => localDay('Europe/Rome', (startsAt ?? 0) / 60_000)));
  for (const busy of days) expect(busy >= '2026-12-01' && busy <= '2026-12-17' && busy !== '2026-12-08' && dayOfWeek(busy) <= 5, busy).toBe(true);
  expect(days.size).toBe(12);
});

test('today’s board of the demo shows people who were served, have begun, wait, are late and are expected, and one without an appointment', async () => {
  const now = clock.now() + 5 * 60_000;
  await loadDemo(made.database, { now: () => now });
  const today = (await rowsOf('appointments')).filter(({ startsAt, createdAt }) => localDay('Europe/Rome', (startsAt ?? createdAt) / 60_000) === '2026-12-02');
  const states = today.map(({ state, startsAt }) => (startsAt === null ? 'walk-in' : state === 'confirmed' && startsAt < now ? 'late' : state));
  for (const state of ['served', 'in_progress', 'arrived', 'late', 'confirmed']) expect(states).toContain(state);
  expect(states.filter((state) => state === 'walk-in')).toHaveLength(1);
  for (const { state, arrivedAt, startedAt, endedAt } of today) {
    expect(startedAt !== null).toBe(state === 'in_progress' || state === 'served');
    expect(endedAt !== null).toBe(state === 'served');
    expect([arrivedAt, startedAt, endedAt].every((at) => at === null || at <= now)).toBe(true);
  }
});

test('two calendars of the demo are those of its operators, and one of them took in who came without an appointment', async () => {
  await loadDemo(made.database, clock);
  const owners = (await rowsOf('calendars')).flatMap(({ name, staffId }) => (staffId ? [{ name, staffId }] : []));
  const staff = new Map((await rowsOf('staff')).map(({ id, email }) => [id, email]));
  expect(new Map(owners.map(({ name, staffId }) => [name, staff.get(staffId)]))).toEqual(new Map([['Sportello tecnico 1 (demo)', 'operatore.tecnico@example.org'], ['Operatrice dimostrativa 1', 'operatore.risposte@example.org']]));
  const [walkIn] = (await rowsOf('appointments')).filter(({ startsAt }) => startsAt === null);
  expect(staff.get(walkIn?.bookedBy ?? '')).toBe('operatore.risposte@example.org');
});

test('every demo appointment takes its time, buffers included, on a calendar of each need', async () => {
  await loadDemo(made.database, clock);
  const claims = Map.groupBy(await rowsOf('claims'), ({ appointmentId }) => appointmentId);
  const { services } = await directoryStore(made.database, clock).current();
  for (const { id, serviceId, channel, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes } of await rowsOf('appointments')) {
    const needs = services.get(serviceId)?.channels.get(channel)?.needs ?? [];
    const own = claims.get(id) ?? [];
    if (startsAt === null) {
      expect(own).toEqual([]);
      continue;
    }
    expect(own).toHaveLength(needs.length);
    for (const need of needs) expect(own.filter(({ calendarId }) => need.includes(calendarId))).toHaveLength(1);
    for (const claim of own) {
      expect(claim).toMatchObject({ startsAt: startsAt - bufferBeforeMinutes * 60_000, endsAt: (endsAt ?? 0) + bufferAfterMinutes * 60_000, heldUntil: null });
    }
  }
});

test('the people of the demo plainly do not exist, and nobody is written to', async () => {
  await loadDemo(made.database, clock);
  const people = await rowsOf('people');
  expect(people).toHaveLength(await countOf('appointments'));
  expect(await countOf('appointmentPeople')).toBe(people.length);
  for (const { familyName, email, phone } of people) {
    expect(familyName).toMatch(/^Dimostrativa \d+$/);
    expect(email ?? 'persona.0@example.org').toMatch(/^persona\.\d+@example\.org$/);
    expect(phone ?? '+390141000100').toMatch(/^\+3901410001\d\d$/);
  }
  expect(await countOf('outbox')).toBe(0);
});

test('what happened to a demo appointment is on record', async () => {
  await loadDemo(made.database, clock);
  const { appointments, events } = made.database.tables;
  const [served] = await made.database.read.select().from(appointments).where(eq(appointments.state, 'served'));
  const kinds = await made.database.read.select({ kind: events.kind }).from(events).where(eq(events.appointmentId, served?.id ?? '')).orderBy(events.at);
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['held', 'confirmed', 'started', 'served']));
});

test.each([
  ['in the night of a summer-time Sunday', '2026-03-29T00:30:00Z'],
  ['at the year’s end', '2026-12-31T22:30:00Z'],
  ['in the week of a patron', '2026-07-22T06:00:00Z'],
  ['on a bank holiday', '2027-03-29T10:00:00Z'],
])('the demo loads %s', async (_, instant) => {
  const now = Date.parse(instant);
  await loadDemo(made.database, { now: () => now });
  const toCome = (await rowsOf('appointments')).filter(({ startsAt }) => (startsAt ?? 0) > now);
  expect(toCome.length).toBeGreaterThanOrEqual(20);
  expect(Math.max(...toCome.map(({ startsAt }) => startsAt ?? 0))).toBeLessThan(now + 24 * day);
});
