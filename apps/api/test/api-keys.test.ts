import { type ApiKey, keyScopeNames, type KeyScope, type Route } from '@sportello/contract';
import * as contract from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newKeyText } from '../src/systems/keys/key-text.ts';
import { warnOfEndingKeys } from '../src/systems/keys/warn-ending-keys.ts';
import { type Desk, openBeside, openDesk, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, cookieOf, signedIn, type TestMember } from './staff-app.ts';
import { staffRoutes } from './staff-contract.ts';
import { trailOf } from './staff-ways-in.ts';
import { addKey, askWith, forgetSystems } from './system-desk.ts';

let desk: Desk;
let admin: TestMember;
let cookie: string;
let here: DeskObject;
let there: DeskObject;

beforeAll(async () => void (desk = await openEmptyDesk()));
beforeEach(async () => {
  admin = await addMember(desk, { role: 'admin' });
  ({ cookie } = await signedIn(desk, admin));
  ({ here, there } = await bookInTwoOffices(desk));
});
afterEach(async () => {
  await forgetSystems(desk);
  await desk.clear();
});
afterAll(() => desk.close());

/** Every endpoint for other systems that the contract knows, with how to ask it so that it answers. */
const systemRoutes = Object.entries(contract).flatMap(([name, value]) => {
  const route = value as unknown as Route; // read with care: only what looks like one is taken
  return route?.config?.access === 'key' ? [{ name, url: route.url, scope: route.config.keyScope }] : [];
});
const asked = (url: string) => {
  const query = url.includes('statistics') ? '?from=2026-12-01&to=2026-12-07' : url === '/systems/appointments' ? '?from=2026-12-01&to=2026-12-31' : '';
  return url.replace(':appointment_id', here.appointmentId) + query;
};
const list = async () => got<{ items: ApiKey[] }>(await askAs(desk, cookie, 'GET', '/staff/api-keys'), 200).items;
const setKey = (id: string, values: object) => desk.database.write(async (tx) => void (await tx.update(desk.database.tables.apiKeys).set(values).where(eq(desk.database.tables.apiKeys.id, id))));

describe('making a key', () => {
  test('shows it once, and keeps no more of it than a digest', async () => {
    const { key, secret } = await addKey(desk, cookie, { scopes: ['appointments:read', 'people:read'], office_ids: [here.officeId] });
    expect(secret).toMatch(/^spvk_[0-9a-z]{8}_[0-9A-Za-z]{38}$/);
    expect(key).toMatchObject({ name: 'Protocollo', prefix: secret.slice(0, 13), state: 'good', expires_on: '2027-06-30', days_left: 211, office_ids: [here.officeId], created_by: 'Prova admin', last_used_on: null });
    const kept = JSON.stringify([await list(), await desk.database.read.select().from(desk.database.tables.apiKeys), await trailOf(desk, 20)]);
    expect(kept).not.toContain(secret.slice(14));
    expect(kept).toContain(key.prefix);
  });

  test('stands in the trail, and so does its end', async () => {
    const { key } = await addKey(desk, cookie);
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'create', objectKind: 'api-key', objectId: key.id, staffId: admin.id });
    await askAs(desk, cookie, 'DELETE', `/staff/api-keys/${key.id}`);
    expect((await trailOf(desk))[0]).toMatchObject({ action: 'revoke', objectKind: 'api-key', objectId: key.id });
  });

  test('needs a sign-in of a moment ago', async () => {
    const { sessionId } = await signedIn(desk, admin);
    desk.clock.pass(11);
    expectProblem(await askAs(desk, cookieOf(desk, sessionId), 'POST', '/staff/api-keys', { name: 'x', scopes: ['union:read'], expires_on: '2027-06-30' }), 'fresh-sign-in-needed');
  });

  test.each([
    ['a day that is over', { expires_on: '2026-11-30' }, '/expires_on'],
    ['today', { expires_on: '2026-12-01' }, '/expires_on'],
    ['more than a year', { expires_on: '2027-12-02' }, '/expires_on'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['a scope that does not exist', { scopes: ['everything'] }, '/scopes/0'],
    ['offices for what counts the whole union', { scopes: ['statistics:read'], office_ids: ['x'] }, '/office_ids'],
    ['an office that does not exist', { office_ids: ['x'] }, '/office_ids'],
    ['no name', { name: '' }, '/name'],
  ])('refuses %s', async (_, changes, field) => {
    const body = { name: 'Protocollo', scopes: ['appointments:read'], expires_on: '2027-06-30', ...changes };
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/api-keys', body), field);
  });
});

describe('who may come in', () => {
  test('every endpoint for other systems opens with its scope, and with no other', async () => {
    expect(systemRoutes.map(({ scope }) => scope)).toEqual(expect.arrayContaining([...keyScopeNames]));
    for (const scope of keyScopeNames) {
      const { secret } = await addKey(desk, cookie, { scopes: [scope] });
      for (const route of systemRoutes) {
        const answer = await askWith(desk, secret, asked(route.url));
        if (route.scope === scope) expect(answer.statusCode, `${route.name} with ${scope}`).toBe(200);
        else expectProblem(answer, 'scope-missing');
      }
    }
  });

  test('no endpoint of the staff opens with a key, whatever it may', async () => {
    const { secret } = await addKey(desk, cookie, { scopes: [...keyScopeNames] });
    for (const { name, method, url, access } of staffRoutes) {
      if (access !== 'staff') continue;
      const path = url.replaceAll(/:\w+/g, here.appointmentId);
      const answer = await desk.app.inject({ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${secret}`, origin: 'http://localhost:3000' } });
      expect([name, answer.statusCode]).toEqual([name, 401]);
    }
  });

  test('a session of the staff opens nothing here, and beside a key its cookie is not looked at', async () => {
    const { secret } = await addKey(desk, cookie);
    for (const { url } of systemRoutes) expectProblem(await askWith(desk, null, asked(url), { cookie }), 'key-needed');
    expectProblem(await askWith(desk, secret, asked('/systems/statistics'), { cookie }), 'scope-missing');
  });

  test.each([
    ['without a key', () => null, 'missing'],
    ['with one that never was', () => newKeyText().text, 'wrong'],
    ['with one that was cut', (secret: string) => secret.slice(0, -1), 'wrong'],
    ['with one that was mistyped', (secret: string) => secret.slice(0, -7) + (secret.at(-7) === 'a' ? 'b' : 'a') + secret.slice(-6), 'wrong'],
    ['with its beginning alone', (secret: string) => secret.slice(0, 13), 'wrong'],
  ])('nobody comes in %s', async (_, change, why) => {
    const { secret } = await addKey(desk, cookie);
    const answer = await askWith(desk, change(secret), asked('/systems/appointments'));
    expectProblem(answer, 'key-needed');
    expect(answer.json()).toMatchObject({ why });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test('a key ends with its last day', async () => {
    const { secret } = await addKey(desk, cookie, { expires_on: '2026-12-02' });
    desk.clock.set('2026-12-02T23:59:59+01:00');
    expect((await askWith(desk, secret, asked('/systems/appointments'))).statusCode).toBe(200);
    desk.clock.set('2026-12-03T00:00:00+01:00');
    const answer = await askWith(desk, secret, asked('/systems/appointments'));
    expectProblem(answer, 'key-needed');
    expect(answer.json()).toMatchObject({ why: 'expired' });
  });

  test('a revoked key opens nothing from the next request on, in another process too', async () => {
    const { key, secret } = await addKey(desk, cookie);
    const beside = await openBeside(desk);
    expect((await askWith(beside, secret, asked('/systems/appointments'))).statusCode).toBe(200);
    const revoked = got<ApiKey>(await askAs(desk, cookie, 'DELETE', `/staff/api-keys/${key.id}`), 200);
    expect(revoked).toMatchObject({ state: 'revoked', revoked_at: '2026-12-01T08:00:00+01:00' });
    for (const process of [desk, beside]) {
      const answer = await askWith(process, secret, asked('/systems/appointments'));
      expectProblem(answer, 'key-needed');
      expect(answer.json()).toMatchObject({ why: 'revoked' });
    }
    expect(got<ApiKey>(await askAs(desk, cookie, 'DELETE', `/staff/api-keys/${key.id}`), 200)).toEqual(revoked);
    await beside.close();
  });

  test('a key opens nothing once whoever made it does not administer the desk any more', async () => {
    const { secret } = await addKey(desk, cookie);
    const { staff } = desk.database.tables;
    const make = (values: object) => desk.database.write(async (tx) => void (await tx.update(staff).set(values).where(eq(staff.id, admin.id))));
    for (const values of [{ role: 'manager' as const }, { role: 'admin' as const, state: 'suspended' as never }]) {
      await make(values);
      const answer = await askWith(desk, secret, asked('/systems/appointments'));
      expectProblem(answer, 'key-needed');
      expect(answer.json()).toMatchObject({ why: 'orphaned' });
    }
    const other = await signedIn(desk, await addMember(desk, { role: 'admin' }));
    expect(got<{ items: ApiKey[] }>(await askAs(desk, other.cookie, 'GET', '/staff/api-keys'), 200).items).toMatchObject([{ state: 'orphaned' }]);
  });

  test('who guesses is held up, and a right key is still let in', async () => {
    const { secret } = await addKey(desk, cookie);
    for (let i = 0; i < 20; i += 1) expectProblem(await askWith(desk, newKeyText().text, asked('/systems/appointments')), 'key-needed');
    expectProblem(await askWith(desk, newKeyText().text, asked('/systems/appointments')), 'too-many-requests');
    expect((await askWith(desk, secret, asked('/systems/appointments'))).statusCode).toBe(200);
  });

  test('a key that asks too much is told to wait, and others are not', async () => {
    const strict = await openDesk({ limitFactor: 0.05 });
    const { cookie: own } = await signedIn(strict, await addMember(strict, { role: 'admin' }));
    const [fast, slow] = [await addKey(strict, own), await addKey(strict, own)];
    const ask = ({ secret }: { secret: string }) => askWith(strict, secret, '/systems/appointments?from=2026-12-01&to=2026-12-02');
    for (let i = 0; i < 6; i += 1) expect((await ask(fast)).statusCode).toBe(200);
    const refused = await ask(fast);
    expectProblem(refused, 'too-many-requests');
    expect(refused.headers['retry-after']).toBe('60');
    expect((await ask(slow)).statusCode).toBe(200);
    strict.clock.pass(1);
    expect((await ask(fast)).statusCode).toBe(200);
    await strict.close();
  });
});

describe('what a key shows', () => {
  const ids = (answer: { items: { id: string }[] }) => answer.items.map(({ id }) => id);

  test('appointments by start, about nobody, page by page', async () => {
    const { secret } = await addKey(desk, cookie);
    const answer = await askWith(desk, secret, asked('/systems/appointments'));
    const all = got<{ items: { id: string; starts_at: string }[]; next_cursor: null }>(answer, 200);
    expect(ids(all).toSorted()).toEqual([here.appointmentId, there.appointmentId].toSorted());
    expect(all.items.map(({ starts_at }) => starts_at)).toEqual(all.items.map(({ starts_at }) => starts_at).toSorted());
    for (const personal of ['Ada', 'Quintavalle', here.email, '+390141123456', '00743110157', 'Una domanda']) expect(answer.body).not.toContain(personal);
    const first = got<{ items: { id: string }[]; next_cursor: string }>(await askWith(desk, secret, `${asked('/systems/appointments')}&limit=1`), 200);
    const second = got<{ items: { id: string }[]; next_cursor: null }>(await askWith(desk, secret, `${asked('/systems/appointments')}&limit=1&cursor=${first.next_cursor}`), 200);
    expect([...ids(first), ...ids(second)]).toEqual(ids(all));
    expect(second.next_cursor).toBeNull();
  });

  test('only what belongs to its offices', async () => {
    const { secret } = await addKey(desk, cookie, { scopes: ['appointments:read', 'people:read'], office_ids: [here.officeId] });
    expect(ids(got(await askWith(desk, secret, asked('/systems/appointments')), 200))).toEqual([here.appointmentId]);
    expect((await askWith(desk, secret, `/systems/appointments/${here.appointmentId}`)).statusCode).toBe(200);
    for (const what of ['', '/people']) expectProblem(await askWith(desk, secret, `/systems/appointments/${there.appointmentId}${what}`), 'not-found');
  });

  test('no times that are only held', async () => {
    const { appointments } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(appointments).set({ state: 'held' }).where(eq(appointments.id, here.appointmentId))));
    const { secret } = await addKey(desk, cookie);
    expectProblem(await askWith(desk, secret, `/systems/appointments/${here.appointmentId}`), 'not-found');
    expect(ids(got(await askWith(desk, secret, asked('/systems/appointments')), 200))).toEqual([there.appointmentId]);
  });

  test('people in full, and each look stands in the trail under the name of the key', async () => {
    const { key, secret } = await addKey(desk, cookie, { name: 'Protocollo informatico', scopes: ['people:read'] });
    const people = got(await askWith(desk, secret, asked('/systems/appointments/:appointment_id/people')), 200);
    expect(people).toEqual({ items: [{ role: 'requester', given_name: 'Ada', family_name: 'Quintavalle', company_name: null, email: here.email, phone: '+390141123456', tax_code: '00743110157' }] });
    const [entry] = await trailOf(desk);
    expect(entry).toMatchObject({ actor: 'key', staffId: null, sessionId: key.id, action: 'reveal', objectKind: 'person', objectId: here.personId, address: '127.0.0.1' });
    expect(entry?.written).not.toContain('Quintavalle');
    const trail = got<{ items: { actor: string; key_name: string | null }[] }>(await askAs(desk, cookie, 'GET', '/staff/audit-entries?actor=key'), 200);
    expect(trail.items[0]).toMatchObject({ actor: 'key', key_name: 'Protocollo informatico' });
  });

  test('when and from where it was used last', async () => {
    const { secret } = await addKey(desk, cookie);
    await askWith(desk, secret, asked('/systems/appointments'));
    expect(await list()).toMatchObject([{ last_used_on: '2026-12-01', last_network: '127.0.0.*' }]);
  });

  test.each([
    ['?from=2026-12-02&to=2026-12-01', 'to'],
    ['?from=2026-12-01&to=2027-02-01', 'to'],
    ['?from=2026-12-01', 'to'],
    ['?from=2026-12-01&to=2026-12-02&cursor=xx', 'cursor'],
  ])('a question that cannot be meant is refused: %s', async (query, field) => {
    const { secret } = await addKey(desk, cookie);
    expectInvalid(await askWith(desk, secret, `/systems/appointments${query}`), field);
  });
});

describe('before a key ends', () => {
  const mails = async () => (await desk.database.read.select().from(desk.database.tables.outbox)).filter(({ message, staffId }) => message === 'staff-api-key-ending' && staffId === admin.id);

  test('administrators are told two weeks before, once', async () => {
    await addKey(desk, cookie, { expires_on: '2027-01-31' });
    expect(await warnOfEndingKeys(desk)).toBe(0);
    desk.clock.set('2027-01-18T09:00:00+01:00');
    expect(await warnOfEndingKeys(desk)).toBe(1);
    expect(await warnOfEndingKeys(desk)).toBe(0);
    expect(await mails()).toHaveLength(1);
    ({ cookie } = await signedIn(desk, admin));
    expect(await list()).toMatchObject([{ state: 'expiring', days_left: 13 }]);
  });

  test('nobody is told of one that was revoked', async () => {
    const { key } = await addKey(desk, cookie, { expires_on: '2026-12-05' });
    await setKey(key.id, { revokedAt: desk.clock.now() });
    expect(await warnOfEndingKeys(desk)).toBe(0);
    expect(await mails()).toEqual([]);
  });
});

test('scopes are known to the contract and its document alike', () => {
  const names: readonly KeyScope[] = keyScopeNames;
  expect(new Set(systemRoutes.map(({ scope }) => scope))).toEqual(new Set(names));
});
