import { testClock, testSealing, testSecrets } from '../test/app.ts';
import { addMember, askAs, signedIn } from '../test/staff-app.ts';
import { buildApp } from '../src/app.ts';
import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';
import { peopleIndexer } from '../src/desk/people/index-people.ts';
import { startPostgres } from '../../../test/postgres.ts';
import { type BenchDesk, openBenchDesk } from './desk.ts';
import { inventedPeople, type InventedPerson, slip } from './invented-people.ts';

const peopleCount = 100_000;
const officeCount = 5;
const searchesOfAKind = 150;
const rowsAtOnce = 500;

/** One appointment each, in turn in each of the offices. */
async function fill(desk: BenchDesk, people: readonly InventedPerson[]): Promise<readonly string[]> {
  const { database } = desk;
  const { offices } = database.tables;
  const text = { it: 'Prova', en: 'Trial' };
  const others = Array.from({ length: officeCount - 1 }, newId);
  await database.write(async (tx) => {
    for (const id of others) await tx.insert(offices).values({ id, slug: id, name: text, shortName: text, description: text, phone: '', email: '', position: 0 });
  });
  const officeIds = [desk.officeId, ...others];
  for (let at = 0; at < people.length; at += rowsAtOnce) await insert(database, people.slice(at, at + rowsAtOnce), desk, officeIds);
  return officeIds;
}

async function insert(database: Database, part: readonly InventedPerson[], desk: BenchDesk, officeIds: readonly string[]): Promise<void> {
  const { people, appointments, appointmentPeople } = database.tables;
  const policy = { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, moveCutoffMinutes: 0, cancelCutoffMinutes: 0, releaseDelayMinutes: 0, moderated: false, priceCents: 0, textsVersion: 1, retentionMonths: 12 };
  const about = { serviceId: desk.serviceId, serviceChannelId: desk.channelId, channel: 'video' as const, municipalityId: desk.municipalityId, state: 'served' as const, language: 'it' as const };
  const rows = part.map((person, index) => ({ person: { id: newId(), kind: 'natural' as const, language: 'it' as const, createdAt: 1, ...person }, appointmentId: newId(), officeId: officeIds[index % officeIds.length] ?? '' }));
  await database.write(async (tx) => {
    await tx.insert(people).values(rows.map(({ person }) => person));
    await tx.insert(appointments).values(rows.map(({ appointmentId, officeId }, index) => ({ ...about, ...policy, id: appointmentId, officeId, startsAt: 1_000_000 * (index + 1), endsAt: 1_000_000 * (index + 1) + 1, createdAt: 1, changedAt: 1 })));
    await tx.insert(appointmentPeople).values(rows.map(({ person, appointmentId }) => ({ id: newId(), appointmentId, personId: person.id, role: 'requester' as const })));
  });
}

/** What clerks type, made of people who are there. */
const kinds: Readonly<Record<string, (person: InventedPerson, turn: number) => string>> = {
  'given and family name': ({ givenName, familyName }) => `${givenName} ${familyName}`,
  'family name': ({ familyName }) => familyName,
  'its first four letters': ({ familyName }) => familyName.slice(0, 4),
  'one slip in each name': ({ givenName, familyName }, turn) => `${slip(givenName, turn)} ${slip(familyName, turn + 1)}`,
  'two slips in the family name': ({ familyName }, turn) => slip(slip(familyName, turn), turn + 3),
  'a given name that thousands have': (_, turn) => ['Maria', 'Giuseppe', 'Anna', 'Mario'][turn % 4] ?? '',
  'the last digits of a phone': ({ phone }) => phone.slice(-7),
  'the beginning of an e-mail': ({ email }) => email.slice(0, 12),
  'nobody’s name': (_, turn) => `Wqzyx${turn}`,
};

async function measure(title: string, postgresUrl: string | null): Promise<void> {
  const bench = await openBenchDesk({ calendars: 1, claims: 0, postgresUrl });
  const clock = testClock(new Date().toISOString());
  const { database } = bench;
  const invented = inventedPeople(peopleCount);
  const officeIds = await fill(bench, invented);
  const before = performance.now();
  await peopleIndexer({ database, clock }).run();
  console.log(`People search on ${title}, ${peopleCount.toLocaleString('en')} people with an appointment each in ${officeCount} offices; all made findable in ${((performance.now() - before) / 1000).toFixed(1)} s`);

  const settings = { demo: false, publicUrl: 'http://localhost:3000', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: 'bench', webFolder: null, mailFrom: 'sportello@example.org' };
  const app = await buildApp({ database, clock, secrets: testSecrets, sealing: testSealing, settings });
  const desk = { app, database, clock, location: bench.location, change: async () => undefined, clear: async () => undefined, close: async () => undefined };
  for (const [who, reached] of [['every office', officeIds], ['one office of five', officeIds.slice(0, 1)]] as const) {
    const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: reached }));
    console.log(`  by an operator of ${who}: POST /staff/people/search, by inject`);
    for (const [kind, wordsOf] of Object.entries(kinds)) {
      const took: number[] = [];
      const cpuBefore = process.cpuUsage();
      let found = 0;
      for (let turn = 0; turn < searchesOfAKind; turn += 1) {
        const person = invented[(turn * 7919) % invented.length];
        if (!person) continue;
        const start = performance.now();
        const answer = await askAs(desk, cookie, 'POST', '/staff/people/search', { words: wordsOf(person, turn) });
        took.push(performance.now() - start);
        if (answer.statusCode !== 200) throw new Error(answer.body);
        if (answer.json<{ items: unknown[] }>().items.length > 0) found += 1;
      }
      took.sort((one, other) => one - other);
      const { user, system } = process.cpuUsage(cpuBefore);
      const cpu = ((user + system) / 1000 / took.length).toFixed(1).padStart(6);
      const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN).toFixed(1).padStart(7);
      console.log(`    ${kind.padEnd(34)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   CPU ${cpu} ms   somebody found ${found} of ${took.length}`);
    }
  }
  await app.close();
  await bench.close();
}

await measure('SQLite (synchronous FULL)', null);
const postgres = await startPostgres();
await measure('PostgreSQL', postgres.url);
await postgres.stop();
