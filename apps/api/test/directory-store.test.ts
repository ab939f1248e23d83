import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { directoryStore } from '../src/directory/store.ts';
import { makeTestDatabase } from './database.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;

beforeEach(async () => {
  made = await makeTestDatabase();
});
afterEach(() => made.drop());

let now = 0;
const clock = { now: () => now };

async function setUpUnion({ write, tables }: Database): Promise<void> {
  const texts = { name: 'Unione', seat: '', phone: '', email: '', address: '', timeZone: 'Europe/Rome' };
  await write(async (tx) => void (await tx.insert(tables.unions).values({ id: 'u', ...texts, languages: ['it'], links: [], legalNotes: { it: '', en: '' } })));
}

async function addOffice({ write, tables }: Database, id: string): Promise<void> {
  const text = { it: id, en: id };
  await write(async (tx) => {
    await tx.update(tables.unions).set({ directoryRevision: sql`${tables.unions.directoryRevision} + 1` });
    await tx.insert(tables.offices).values({ id, slug: id, name: text, shortName: text, description: text, phone: '', email: '', position: 1 });
  });
}

test('the directory is read once as long as nothing changes', async () => {
  await setUpUnion(made.database);
  const store = directoryStore(made.database, clock);
  const first = await store.current();
  expect(await store.current()).toBe(first);
  await addOffice(made.database, 'suap');
  const second = await store.current();
  expect(second).not.toBe(first);
  expect([...first.offices.keys()]).toEqual([]);
  expect([...second.offices.keys()]).toEqual(['suap']);
  expect(await store.current()).toBe(second);
});

test('callers that come together share one reading', async () => {
  await setUpUnion(made.database);
  const store = directoryStore(made.database, clock);
  const pictures = await Promise.all(Array.from({ length: 20 }, () => store.current()));
  expect(new Set(pictures).size).toBe(1);
});

test('whoever asks after a change sees it, also while others still read', async () => {
  await setUpUnion(made.database);
  const store = directoryStore(made.database, clock);
  for (let round = 1; round <= 5; round += 1) {
    const early = store.current();
    await addOffice(made.database, `office-${round}`);
    const [, late] = await Promise.all([early, store.current()]);
    expect(late.offices.size).toBe(round);
    expect(late.revision).toBe(round);
  }
});

test('another process sees the change too', async () => {
  await setUpUnion(made.database);
  const [here, elsewhere] = [directoryStore(made.database, clock), directoryStore(made.database, clock)];
  expect((await elsewhere.current()).offices.size).toBe(0);
  await addOffice(made.database, 'suap');
  expect((await here.current()).offices.size).toBe(1);
  expect((await elsewhere.current()).offices.size).toBe(1);
});

test('an empty installation answers with an empty directory until it is set up', async () => {
  const store = directoryStore(made.database, clock);
  expect(await store.current()).toMatchObject({ revision: -1, isDemo: false, union: { name: 'Sportello Virtuale' } });
  await setUpUnion(made.database);
  expect(await store.current()).toMatchObject({ revision: 0, union: { name: 'Unione' } });
});

test('a privacy notice takes over at its hour without any change of the directory', async () => {
  const { database } = made;
  await setUpUnion(database);
  const text = { it: '', en: '' };
  await database.write(async (tx) => {
    await tx.insert(database.tables.privacyNotices).values([{ id: 'a', version: '1', text, validFrom: 1000 }, { id: 'b', version: '2', text, validFrom: 2000 }]);
  });
  const store = directoryStore(database, clock);
  now = 1999;
  expect((await store.current()).privacyNotice.version).toBe('1');
  now = 2000;
  expect((await store.current()).privacyNotice.version).toBe('2');
});
