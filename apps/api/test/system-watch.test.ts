import type { LightState, SystemMark } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directoryStore } from '../src/directory/store.ts';
import { mailLight } from '../src/health/lights/mail.ts';
import { allLights } from '../src/health/lights/all-lights.ts';
import type { LightCheck, LightDeps } from '../src/health/lights/light.ts';
import { systemLights } from '../src/health/system-state.ts';
import { watchRound } from '../src/health/watch/watch-round.ts';
import { mailSettings } from '../src/notifications/mail-server/present-settings.ts';
import { smtpSender } from '../src/notifications/senders/smtp.ts';
import { type Desk, openBeside, openEmptyDesk, testSealing } from './app.ts';
import { got } from './citizen.ts';
import { startMailServer } from './mail-server.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { mailOf, sendBy } from './staff-mail.ts';
import { addKey, askWith, forgetSystems } from './system-desk.ts';

let desk: Desk;
const open: { close(): Promise<unknown> }[] = [];

beforeAll(async () => void (desk = await openEmptyDesk()));
beforeEach(async () => {
  const { staff } = desk.database.tables;
  await desk.change((tx) => tx.update(staff).set({ systemNotices: false })); // of other tests, and of the demo
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
  await forgetSystems(desk);
  const { lights, lightWatches, watchRounds } = desk.database.tables;
  await desk.change(async (tx) => {
    for (const table of [lights, lightWatches, watchRounds]) await tx.delete(table);
  });
  await desk.clear();
});
afterAll(() => desk.close());

function lookingWith({ database, clock }: Desk, smtpUrl: string | null = null): LightDeps {
  const mail = mailSettings({ database, sealing: testSealing }, { demo: smtpUrl === null, smtpUrl, mailFrom: 'sportello@example.org', mailPrivateHosts: [] });
  return { database, clock, sealing: testSealing, mail, directory: directoryStore(database, clock), publicUrl: 'http://localhost:3000', version: 'test', demo: false, clamd: null, folders: [], diskFreeMegabytes: 1, hasGuessableKeys: false };
}

/** Lights that are as the test says, and the watch over them. */
function watchOver(of: Desk, states: Readonly<Record<string, LightState>>, more: readonly LightCheck[] = [], smtpUrl: string | null = null) {
  const now = { ...states };
  const made = Object.keys(states).map((name): LightCheck => ({ name, freshMilliseconds: 0, timeoutMilliseconds: 1_000, look: () => Promise.resolve({ state: now[name] ?? 'unknown', says: 'full' }) }));
  const checks = [...made, ...more];
  const lights = systemLights(lookingWith(of, smtpUrl), checks);
  return {
    now,
    /** One round of this process; the time goes on by as many minutes before it. */
    async look(minutes = 3): Promise<boolean> {
      of.clock.pass(minutes);
      return watchRound({ database: of.database, clock: of.clock, lights, checks });
    },
  };
}

async function markOf(of: Desk = desk): Promise<SystemMark> {
  const { cookie } = await signedIn(of, await addMember(of, { role: 'auditor' }));
  return got<SystemMark>(await askAs(of, cookie, 'GET', '/staff/system-state/mark'), 200);
}

const subjects = (mails: readonly { readonly to: string; readonly subject: string }[]) => mails.map(({ to, subject }) => `${to}: ${subject}`).sort();

describe('administrators are told by mail', () => {
  test('once, in one mail, of all that two looks found red; and once that it is over', async () => {
    const ada = await addMember(desk, { role: 'admin' });
    const watch = watchOver(desk, { disk: 'bad', backup: 'bad', database: 'good' });
    await watch.look();
    expect(await mailOf(desk)).toEqual([]);
    await watch.look();
    const [mail, ...others] = await mailOf(desk);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: ada.email, subject: expect.stringMatching(/^Stato del sistema: (Disco, Copia di sicurezza|Copia di sicurezza, Disco) – /) as string });
    expect(mail?.text).toContain('Non va, da martedì 1° dicembre 2026, ore 08:03');
    expect(mail?.text).toContain('http://localhost:3000/unione/stato');
    for (let i = 0; i < 5; i++) await watch.look();
    expect(await mailOf(desk)).toEqual([]);

    watch.now['disk'] = 'good';
    for (let i = 0; i < 5; i++) await watch.look();
    expect(await mailOf(desk)).toEqual([]);
    await watch.look();
    const [over] = await mailOf(desk);
    expect(over).toMatchObject({ to: ada.email, subject: expect.stringContaining('Di nuovo in ordine: Disco – ') as string });
    expect(over?.text).toMatch(/Da martedì 1° dicembre 2026, ore 08:03 a martedì 1° dicembre 2026, ore 08:24/);
    expect(over?.text).toMatch(/Ancora da sistemare[\s\S]*Copia di sicurezza: Non va/);
  });

  test('nothing of what is red at one look alone', async () => {
    await addMember(desk, { role: 'admin' });
    const watch = watchOver(desk, { disk: 'bad' });
    for (const state of ['bad', 'good', 'bad', 'good', 'bad'] as const) {
      watch.now['disk'] = state;
      await watch.look();
    }
    expect(await mailOf(desk)).toEqual([]);
    expect(await markOf()).toEqual({ troubles: 0, is_watched: true });
  });

  test('who administers the desk and has not said no, in their language, and nobody else', async () => {
    const [ada, bea] = [await addMember(desk, { role: 'admin' }), await addMember(desk, { role: 'admin' })];
    for (const role of ['operator', 'manager', 'auditor'] as const) await addMember(desk, { role });
    const cookies = { ada: (await signedIn(desk, ada)).cookie, bea: (await signedIn(desk, bea)).cookie };
    await askAs(desk, cookies.bea, 'PATCH', '/staff/profile', { system_notices: false });
    await askAs(desk, cookies.ada, 'PATCH', '/staff/profile', { language: 'en' });
    expect((await askAs(desk, cookies.ada, 'GET', '/staff/session')).json()).toMatchObject({ system_notices: true });
    expect((await askAs(desk, cookies.bea, 'GET', '/staff/session')).json()).toMatchObject({ system_notices: false });
    const watch = watchOver(desk, { disk: 'bad' });
    await watch.look();
    await watch.look();
    expect(subjects(await mailOf(desk))).toEqual([expect.stringContaining(`${ada.email}: System state: Disk – `)]);
  });

  test('nothing that is not so any more when the mail leaves', async () => {
    await addMember(desk, { role: 'admin' });
    const watch = watchOver(desk, { disk: 'bad' });
    await watch.look();
    await watch.look();
    watch.now['disk'] = 'good';
    await watch.look();
    expect(await mailOf(desk)).toEqual([]);
    expect((await rowsOf(desk)).outbox).toMatchObject([{ message: 'system-trouble', state: 'dropped', failure: 'untrue' }]);
  });
});

describe('of several processes one looks', () => {
  test('at a time, and each trouble is told once', async () => {
    await addMember(desk, { role: 'admin' });
    const beside = await openBeside(desk);
    open.push(beside);
    const [one, other] = [watchOver(desk, { disk: 'bad' }), watchOver(beside, { disk: 'bad' })];
    for (let round = 0; round < 3; round++) {
      desk.clock.pass(3);
      const had = await Promise.all([one.look(0), other.look(0), one.look(0), other.look(0)]);
      expect(had.filter(Boolean)).toHaveLength(1);
    }
    expect(await mailOf(desk)).toHaveLength(1);
  });

  test('and when that one is gone in the middle of a round, another has the next', async () => {
    const other = watchOver(desk, { disk: 'bad' });
    const { lights } = desk.database.tables;
    const [hasBegun, goesOn] = [Promise.withResolvers<boolean>(), Promise.withResolvers<[]>()];
    const watchSlowly = () => {
      hasBegun.resolve(true);
      return goesOn.promise;
    };
    const stuck = watchRound({ database: desk.database, clock: desk.clock, checks: [], lights: { watch: watchSlowly } });
    await hasBegun.promise;
    expect(await other.look(1)).toBe(false);
    expect(await other.look(2)).toBe(true);
    goesOn.resolve([]);
    expect(await stuck).toBe(false);
    expect(await desk.database.read.select().from(lights)).toHaveLength(1);
  });

  test('nor does a clock that was set back stop it', async () => {
    const watch = watchOver(desk, { disk: 'good' });
    expect(await watch.look()).toBe(true);
    expect(await watch.look(-600)).toBe(true);
    desk.clock.pass(600);
  });
});

test('since when something is wrong is known though nobody opens the page, and then the page says it', async () => {
  const { processes } = desk.database.tables;
  const lights = systemLights(lookingWith(desk));
  const look = () => watchRound({ database: desk.database, clock: desk.clock, lights, checks: allLights });
  await desk.change((tx) => tx.insert(processes).values({ id: 'w', role: 'web', machine: 'uno', version: 'test', keys: 'k', startedAt: desk.clock.now(), seenAt: desk.clock.now(), skewMilliseconds: 0 }));
  desk.clock.pass(3);
  await desk.change((tx) => tx.update(processes).set({ seenAt: desk.clock.now() + 3_600_000 }));
  await look();
  desk.clock.pass(20);
  await look();
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' }));
  const shown = got<{ lights: { name: string }[] }>(await askAs(desk, cookie, 'GET', '/staff/system-state'), 200);
  expect(shown.lights.find(({ name }) => name === 'processes')).toMatchObject({ state: 'bad', says: 'no-worker', since: '2026-12-01T08:03:00+01:00' });
  await desk.change((tx) => tx.delete(processes));
});

test('where the mail server itself is the trouble, the mark says so, and the mail that leaves at last tells that it is over', async () => {
  const ada = await addMember(desk, { role: 'admin' });
  const server = await startMailServer();
  open.push({ close: () => server.stop() });
  const sender = smtpSender({ url: server.url, timeoutMs: 2_000 });
  open.push({ close: () => sender.close() });
  const watch = watchOver(desk, {}, [{ ...mailLight, freshMilliseconds: 1_000 }], server.url);
  await watch.look();
  expect(await markOf()).toMatchObject({ troubles: 0 });

  const away = watchOver(desk, {}, [{ ...mailLight, freshMilliseconds: 1_000 }], 'smtp://localhost:1');
  await away.look();
  await away.look();
  expect(await markOf()).toEqual({ troubles: 1, is_watched: true });
  await sendBy(desk, sender); // it takes mail again before anybody has looked
  expect(server.received).toEqual([]);

  for (let i = 0; i < 6; i++) await watch.look();
  await sendBy(desk, sender);
  expect(server.recipients()).toEqual([ada.email]);
  expect(server.subjects()[0]).toContain('Di nuovo in ordine: Server di posta');
  expect(await markOf()).toMatchObject({ troubles: 0 });
});

test('the mark says when nobody has looked for a quarter of an hour', async () => {
  desk.clock.pass(60); // this process has long been running
  expect(await markOf()).toEqual({ troubles: 0, is_watched: false });
  await watchOver(desk, { disk: 'good' }).look();
  expect(await markOf()).toEqual({ troubles: 0, is_watched: true });
  desk.clock.pass(16);
  expect(await markOf()).toEqual({ troubles: 0, is_watched: false });
});

test('a key of another system is yellow two weeks before its end, red when a system is left without, and over when it has a new one', async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' }));
  const check = allLights.find(({ name }) => name === 'api-keys');
  const light = () => check?.look(lookingWith(desk));
  const today = desk.clock.now();
  const day = (days: number) => new Date(today + days * 24 * 3_600_000).toISOString().slice(0, 10);
  expect(await light()).toMatchObject({ state: 'off', says: 'none' });
  const first = await addKey(desk, cookie, { expires_on: day(20) });
  const read = (secret: string) => askWith(desk, secret, '/systems/appointments?from=2026-12-01&to=2026-12-02');
  expect((await read(first.secret)).statusCode).toBe(200);
  expect(await light()).toMatchObject({ state: 'good', values: { all: 1 } });
  desk.clock.pass(8 * 24 * 60);
  expect(await light()).toMatchObject({ state: 'attention', says: 'ending', values: { name: 'Protocollo' } });
  desk.clock.pass(10 * 24 * 60);
  expect((await read(first.secret)).statusCode).toBe(200);
  desk.clock.pass(4 * 24 * 60);
  expect(await light()).toMatchObject({ state: 'bad', says: 'ended' });
  const again = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
  const second = await addKey(desk, again, { expires_on: '2027-06-30' });
  expect(await light()).toMatchObject({ state: 'bad', says: 'ended' });
  await read(second.secret);
  expect(await light()).toMatchObject({ state: 'good' });
});
