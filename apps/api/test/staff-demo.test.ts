import type { SignInOptions } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoPassword, demoPasswordHash, demoStaff } from '../src/database/demo/content/staff.ts';
import { prepareDemo, WrongDatabase } from '../src/database/demo/guard.ts';
import { judgePassword, verifyPassword } from '../src/identity/passwords.ts';
import { type Desk, openDesk } from './app.ts';
import { addMember, askAs } from './staff-app.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const staff = () => desk.database.read.select().from(desk.database.tables.staff);
const options = async (on = desk) => (await askAs(on, null, 'GET', '/staff/sign-in-options')).json<SignInOptions>();

test('the sign-in page of the demo shows an account for each way to work', async () => {
  const { demo_accounts: accounts, provider } = await options();
  expect(accounts.map(({ role, office_names }) => [role, office_names.length])).toEqual([['operator', 1], ['operator', 5], ['manager', 2], ['admin', 0], ['auditor', 0]]);
  expect(accounts[0]).toMatchObject({ password: demoPassword, office_names: ['Ufficio tecnico'] });
  for (const { email, family_name } of accounts) expect([email, family_name]).toEqual([expect.stringMatching(/@example\.org$/), 'Dimostrativo (demo)']);
  expect(provider).toBeNull();
});

test('the password that it shows is theirs, and none that a person could choose by accident', async () => {
  expect(await verifyPassword(demoPassword, demoPasswordHash)).toBe(true);
  for (const { email, givenName, familyName } of demoStaff) judgePassword('/password', demoPassword, { email, givenName, familyName, unionName: '' });
});

test('each of them signs in with it, without a second factor, and reaches what their role reaches', async () => {
  for (const { email, password, role } of (await options()).demo_accounts) {
    const answer = await askAs(desk, null, 'POST', '/staff/sign-ins', { email, password });
    expect(answer.json()).toEqual({ state: 'signed_in' });
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const me = (await askAs(desk, cookie, 'GET', '/staff/session')).json();
    expect(me).toMatchObject({ email, role, is_demo: true, session: { state: 'open' } });
    expect(me.scope).toMatchObject(role === 'manager' ? { office_ids: [expect.any(String), expect.any(String)], municipality_ids: [expect.any(String), expect.any(String)] } : { municipality_ids: [] });
  }
});

test('one that an administrator of the demo suspended is not offered', async () => {
  const { tables } = desk.database;
  await desk.database.write(async (tx) => void (await tx.update(tables.staff).set({ state: 'suspended' }).where(eq(tables.staff.role, 'auditor'))));
  expect((await options()).demo_accounts.map(({ role }) => role)).not.toContain('auditor');
});

describe('a demo that was loaded before there was a staff', () => {
  beforeEach(async () => {
    const { staff: accounts, staffScopes } = desk.database.tables;
    await desk.database.write(async (tx) => {
      await tx.delete(staffScopes);
      await tx.delete(accounts);
    });
  });

  test('gets the accounts at its next start, once', async () => {
    await prepareDemo(desk.database, { demo: true, clock: desk.clock });
    const first = await staff();
    expect(first).toHaveLength(demoStaff.length);
    expect((await options()).demo_accounts[0]?.office_names).toEqual(['Ufficio tecnico']);
    await Promise.all([prepareDemo(desk.database, { demo: true, clock: desk.clock }), prepareDemo(desk.database, { demo: true, clock: desk.clock })]);
    expect(await staff()).toEqual(first);
  });

  test('keeps an account of somebody who took such an address', async () => {
    const email = demoStaff[3]?.email ?? '';
    await addMember(desk, { role: 'operator', email });
    await prepareDemo(desk.database, { demo: true, clock: desk.clock });
    expect((await staff()).filter((one) => one.email === email)).toMatchObject([{ role: 'operator', isDemo: false, passwordHash: null }]);
  });
});

test('a real desk has none of it, and a database with real staff does not become a demo', async () => {
  const real = await openDesk({ demo: false });
  expect(await options(real)).toEqual({ demo_accounts: [], provider: null });
  await addMember(real, { role: 'admin' });
  await expect(prepareDemo(real.database, { demo: true, clock: real.clock })).rejects.toThrow(WrongDatabase);
  await real.close();
});
