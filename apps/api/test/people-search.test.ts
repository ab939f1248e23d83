import type { PersonFound } from '@sportello/contract';
import { Writable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { peopleIndexer } from '../src/desk/people/index-people.ts';
import { type Desk, openBeside, openEmptyDesk, testSealing, testSecrets } from './app.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { addPerson, makeFindable, takePart, trailOf } from './people-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let operator: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  operator = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [here.officeId] }))).cookie;
  await makeFindable(desk);
});
afterAll(() => desk.close());

async function search(words: string, cookie = operator): Promise<{ items: PersonFound[]; has_more: boolean }> {
  const answer = await askAs(desk, cookie, 'POST', '/staff/people/search', { words });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

const namesFor = async (words: string) => (await search(words)).items.map(({ name }) => name);
const named = (name: string) => {
  const [familyName = '', ...given] = name.split('/');
  return { familyName, givenName: given.join(' ') || null };
};

describe('somebody is found by a name', () => {
  /** As it is written in the register, family name first, and as somebody types it. */
  const pairs = [
    ['Rossi/Mario', 'rossi mario'],
    ['Rossi/Mario', 'Mario Rossi'],
    ['Rossi/Mario', 'rosi mario'],
    ['Rossi/Mario', 'rossi maroi'],
    ['Rossi/Mario', 'rissi mario'],
    ['Rossi/Mario', 'rssi mario'],
    ['Rossi/Mario', 'm rossi'],
    ['Rossi/Mario', 'ross'],
    ["D'Angelo/Luca", 'dangelo luca'],
    ["D'Angelo/Luca", 'd angelo luca'],
    ["D'Angelo/Luca", 'D’ANGELO'],
    ["D'Angelo/Luca", 'de angelo luca'],
    ["Dell'Orto/Pia", 'dellorto'],
    ["Dell'Orto/Pia", 'del orto pia'],
    ['Dellorto/Pia', "dell'orto pia"],
    ['De Rossi/Anna', 'derossi anna'],
    ['De Rossi/Anna', 'anna de rosi'],
    ['Niccolò/Ezio', "niccolo' ezio"],
    ['Nicolò/Ezio', 'niccolo ezio'],
    ['Quintavalle/Ada', 'quintavale'],
    ['Quintavalle/Ada', 'kuintavalle ada'],
    ['Quintavalle/Ada', 'quintavlale'],
    ['Quintavalle/Ada', 'quantivalle'],
    ['Quintavalle/Ada', 'Ada Quint'],
    ['Ferrero/Alessandro', 'ferero alesandro'],
    ['Ferrero/Alessandro', 'ferrero alexandro'],
    ['Ferrero/Alessandro', 'ferreor'],
    ['Acquaviva/Michela', 'aquaviva mikela'],
    ['Acquaviva/Michela', 'acquavia michela'],
    ['Bianchi/Giuseppe', 'bianci giuseppe'],
    ['Bianchi/Giuseppe', 'bianchi giusepe'],
    ['Bianchi/Giuseppe', 'giuseppe bainchi'],
    ['Bianchi/Giuseppe', 'biannchi guiseppe'],
    ['Scaramella/Jacopo', 'scaramela iacopo'],
    ['Scaramella/Jacopo', 'scramella'],
    ['Buongiovanni/Rita', 'bongiovanni rita'],
    ['Buongiovanni/Rita', 'bongiovani'],
    ['Gallo/Bruno', 'galo bruno'],
    ['Gallo/Bruno', 'bruno gslo'],
    ['Re/Ugo', 're ugo'],
    ['Bo/Maria Rosa', 'mariarosa bo'],
    ['Bo/Mariarosa', 'bo maria rosa'],
    ['Zaccagnini/Filippo', 'zacagnini philippo'],
    ['Zaccagnini/Filippo', 'zaccanini'],
    ['Hussein/Mohammed', 'ussein mohamed'],
    ['Hussein/Mohammed', 'hussein muhammed'],
    ['Müller/Jürgen', 'muller jurgen'],
    ['Castellengo/Walter', 'castelengo valter'],
    ['Castellengo/Walter', 'castelelngo'],
    ['Pesce Ferrari/Lia', 'ferrari lia'],
    ['Pesce Ferrari/Lia', 'pescieferrari'],
    ['Valtiglione/Teresa', 'valtilione tersa'],
  ] as const;

  test(`however it is written: ${pairs.length} ways`, async () => {
    const names = [...new Set(pairs.map(([name]) => name))];
    for (const name of names) await addPerson(desk, here.appointmentId, named(name));
    for (const name of ['Verdi/Carlo', 'Russo/Elena', 'Gatti/Sergio', 'Conti/Irene']) await addPerson(desk, here.appointmentId, named(name));
    await makeFindable(desk);
    const missed: string[] = [];
    for (const [name, typed] of pairs) {
      const { familyName, givenName } = named(name);
      const found = await namesFor(typed);
      const wanted = `${givenName} ${familyName}`;
      // First, or second to somebody whose name sounds the same.
      if (!found.slice(0, 2).includes(wanted)) missed.push(`${typed}: ${found.join(', ')}`);
    }
    expect(missed).toEqual([]);
  });

  test('of a company too', async () => {
    await addPerson(desk, here.appointmentId, { kind: 'legal', companyName: 'Panificio Fratelli Gallo S.r.l.' });
    await makeFindable(desk);
    for (const typed of ['panificio gallo', 'fratelli galo', 'panifcio', 'gallo srl']) expect(await namesFor(typed), typed).toEqual(['Panificio Fratelli Gallo S.r.l.']);
  });

  test('and nobody is found by a name that is quite another', async () => {
    for (const typed of ['Montanari', 'Zoppi Ugo', 'xy', 'Quadri Ada']) expect(await namesFor(typed), typed).toEqual([]);
  });

  test('the newest first where names are the same, twenty of them, and told that there are more', async () => {
    for (let count = 0; count < 22; count += 1) await addPerson(desk, here.appointmentId, { givenName: 'Piera', familyName: 'Comunissima' });
    await makeFindable(desk);
    const { items, has_more: hasMore } = await search('comunissima');
    expect(items).toHaveLength(20);
    expect(hasMore).toBe(true);
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted().toReversed());
    expect((await search('quintavalle')).has_more).toBe(false);
  });
});

describe('somebody is found by', () => {
  beforeEach(async () => {
    await addPerson(desk, here.appointmentId, { ...named('Tesio/Gina'), email: 'Gina.Tesio@posta.example', phone: '+393331239876', taxCode: 'TSEGNI50A41A479X' });
    await makeFindable(desk);
  });

  test.each([
    ['phone', '333 123 9876'],
    ['phone', '0039 333.1239876'],
    ['phone', '239876'],
    ['email', 'gina.tesio@posta.example'],
    ['email', 'Gina.Tesio@po'],
    ['tax_code', 'TSEGNI50A41A479X'],
    ['tax_code', 'tse gni 50a41'],
  ])('their %s, such as %s, and that is said', async (matched, typed) => {
    expect((await search(typed)).items).toMatchObject([{ name: 'Gina Tesio', matched, email: 'G***@posta.example', phone: '+39 *** *** 876', tax_code: 'TSE***' }]);
  });

  test('the code of an appointment, with and without its hyphen', async () => {
    const [row] = await desk.database.read.select({ code: desk.database.tables.appointments.code }).from(desk.database.tables.appointments).where(eq(desk.database.tables.appointments.id, here.appointmentId));
    const code = row?.code ?? '';
    for (const typed of [code, `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`]) {
      expect((await search(typed)).items).toMatchObject([{ id: here.personId, matched: 'code' }]);
    }
  });
});

test('beside the name stand the next and the last appointment, and how many there are', async () => {
  const past = Date.parse('2026-11-03T10:00:00+01:00');
  const { id } = await addPerson(desk, here.appointmentId, named('Alberti/Nora'));
  const before = await addPerson(desk, here.appointmentId, named('Nessuno/Qui'), { startsAt: past, endsAt: past + 1_800_000, state: 'served' });
  await takePart(desk, { personId: id, appointmentId: before.appointmentId, role: 'beneficiary' });
  await makeFindable(desk);
  expect((await search('alberti nora')).items).toMatchObject([{ appointment_count: 2, next_appointment: { service_name: expect.stringMatching(/\w/), starts_at: expect.stringMatching(/^2026-12-03/) }, last_appointment: { id: before.appointmentId } }]);
});

describe('nobody is found', () => {
  test('who has appointments beyond reach alone: by name, phone, e-mail, tax code or code', async () => {
    const { appointments } = desk.database.tables;
    const [row] = await desk.database.read.select({ code: appointments.code }).from(appointments).where(eq(appointments.id, there.appointmentId));
    for (const words of ['Bruno Lamberti', 'lamberti', there.email, 'bruno.la', row?.code ?? 'no code']) {
      const answer = await askAs(desk, operator, 'POST', '/staff/people/search', { words });
      expect(answer.json(), words).toEqual({ items: [], has_more: false });
    }
    // Both have the same phone and tax code: only the one is found.
    for (const words of ['0141 123456', '00743110157']) expect((await search(words)).items.map(({ id }) => id)).toEqual([here.personId]);
  });

  test('by who was given no office', async () => {
    const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator' }));
    for (const words of ['quintavalle', here.email, '0141123456']) expect(await search(words, cookie)).toEqual({ items: [], has_more: false });
  });

  test('who was erased', async () => {
    const { people } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(people).set({ erasedAt: 1 }).where(eq(people.id, here.personId))));
    expect((await search('quintavalle')).items).toEqual([]);
  });
});

test('an auditor sees initials', async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'auditor' }));
  expect((await search('quintavalle', cookie)).items).toMatchObject([{ name: 'A. Q.' }]);
});

test('that somebody searched is in the trail; what for is not, nor is it in any log', async () => {
  const lines: string[] = [];
  const stream = new Writable({ write: (chunk: Buffer, _, done) => void (lines.push(chunk.toString()), done()) });
  const settings = { demo: true, publicUrl: 'http://localhost:3000', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: '0.0.0-test', webFolder: null, mailFrom: 'sportello@example.org' };
  let isBroken = false;
  const { database } = desk;
  const through = { ...database, get read() { if (isBroken) throw new Error('Quintavallissima is in this message'); return database.read; } };
  const app = await buildApp({ database: through, clock: desk.clock, secrets: testSecrets, sealing: testSealing, settings, logger: { level: 'trace', stream } });
  await app.ready();
  const logged = { ...desk, app };
  const ask = (words: string) => askAs(logged, operator, 'POST', '/staff/people/search', { words });
  expect((await ask('Quintavallissima')).statusCode).toBe(200);
  expect(await trailOf(desk)).toMatchObject([{ action: 'search', objectKind: 'person', objectId: null, fields: [], personId: null, written: '[]' }]);
  expect((await ask('Q')).statusCode).toBe(422);
  isBroken = true;
  expect((await ask('Quintavallissima')).statusCode).toBe(500);
  isBroken = false;
  await app.close();
  expect(lines.join('')).not.toMatch(/quintavall/i);
  expect(JSON.stringify(await desk.database.read.select().from(desk.database.tables.auditValues))).not.toMatch(/quintavallissima/i);
});

describe('the index', () => {
  test('takes in whoever was booked since, once, also when two processes do it at the same time', async () => {
    const beside = await openBeside(desk);
    try {
      const { personTerms } = desk.database.tables;
      const termsOf = async (id: string) => (await desk.database.read.select().from(personTerms).where(eq(personTerms.personId, id))).map(({ kind, term }) => `${kind} ${term}`).toSorted();
      const indexers = [peopleIndexer(desk), peopleIndexer({ database: beside.database, clock: desk.clock })];
      const added = [await addPerson(desk, here.appointmentId, named('Tardivo/Elsa')), await addPerson(desk, here.appointmentId, named('Tardivo/Elio'))];
      const written = await Promise.all(indexers.map((indexer) => indexer.run()));
      expect(written.reduce((sum, one) => sum + one, 0)).toBe(2);
      expect(await termsOf(added[0]?.id ?? '')).toEqual(['name elsa', 'name tardivo']);
      const later = await addPerson(desk, here.appointmentId, named('Tardivo/Elide'));
      expect(await Promise.all(indexers.map((indexer) => indexer.run())).then((counts) => counts.toSorted())).toEqual([0, 1]);
      expect(await termsOf(later.id)).toEqual(['name elide', 'name tardivo']);
      expect(await indexers[0]?.run()).toBe(0);
    } finally {
      await beside.close();
    }
  });
});
