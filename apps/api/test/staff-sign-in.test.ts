import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { newId } from '../src/database/id.ts';
import { type Desk, openDesk } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { cookieFrom, countScrypt, enrolTotp, forgetFailures, givePassword, goodPassword, knock, setStaff, signIn, trailOf } from './staff-ways-in.ts';

let desk: Desk;
let ada: TestMember;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  await forgetFailures(desk);
  ada = await addMember(desk, { role: 'operator', allOffices: true });
  await givePassword(desk, ada);
});
afterAll(() => desk.close());

const me = (cookie: string | null) => askAs(desk, cookie, 'GET', '/staff/session');

describe('with e-mail and password', () => {
  test('an account without a second factor is let in to set one up, and to nothing else', async () => {
    const answer = await signIn(desk, ada.email, goodPassword);
    expect(answer.json()).toEqual({ state: 'signed_in' });
    expect((await me(cookieFrom(answer))).json()).toMatchObject({ id: ada.id, session: { state: 'enrolling' } });
    expectProblem(await askAs(desk, cookieFrom(answer), 'GET', '/staff/sessions'), 'second-factor-needed');
  });

  test('the address counts in any case of letters', async () => {
    expect((await signIn(desk, ada.email.toUpperCase(), goodPassword)).statusCode).toBe(200);
  });

  test('the sign-in stands in the trail: who, which session, with what', async () => {
    await signIn(desk, ada.email, goodPassword);
    expect(await trailOf(desk)).toMatchObject([{ action: 'sign-in', actor: 'staff', staffId: ada.id, objectKind: 'session', fields: ['proofs', 'state'], address: '127.0.0.1' }]);
  });

  test('a password that was hashed at a lower cost is hashed again, and stays the same', async () => {
    await givePassword(desk, ada, '$scrypt$ln=4,r=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$drq5ZmLSLZi_wgg5uOhVLEgJYMKWDz-D50UztOpKMI4');
    expect((await signIn(desk, ada.email, 'cavallo batteria')).statusCode).toBe(200);
    const { staff } = desk.database.tables;
    const [row] = await desk.database.read.select().from(staff).where(eq(staff.id, ada.id));
    expect(row?.passwordHash).toMatch(/^\$scrypt\$ln=15,/);
    expect((await signIn(desk, ada.email, 'cavallo batteria')).statusCode).toBe(200);
  });
});

describe('what is not right is answered alike', () => {
  const cases: [string, () => Promise<{ email: string; password: string; staffId: string | null }>][] = [
    ['an address that nobody has', async () => ({ email: `nobody-${newId()}@example.org`, password: goodPassword, staffId: null })],
    ['a wrong password', async () => ({ email: ada.email, password: 'graffetta batteria cavallo', staffId: ada.id })],
    ['an account without a password', async () => ({ email: ada.email, password: goodPassword, staffId: (await setStaff(desk, ada, { passwordHash: null }), ada.id) })],
    ['a suspended account, though the password is right', async () => ({ email: ada.email, password: goodPassword, staffId: (await setStaff(desk, ada, { state: 'suspended' }), ada.id) })],
    ['an account that is only invited', async () => ({ email: ada.email, password: goodPassword, staffId: (await setStaff(desk, ada, { state: 'invited' }), ada.id) })],
  ];

  test.each(cases)('%s', async (_, arrange) => {
    const { email, password, staffId } = await arrange();
    let answer = await me(null);
    expect(await countScrypt(async () => void (answer = await signIn(desk, email, password)))).toBe(1);
    expect(expectProblem(answer, 'wrong-credentials')).toEqual({ type: expect.any(String), instance: expect.any(String), title: 'Accesso non riuscito', status: 401, detail: expect.stringMatching(/e-mail o la password/) });
    expect(cookieFrom(answer)).toBeNull();
    const [entry] = await trailOf(desk);
    expect(entry).toMatchObject({ action: 'sign-in-refused', actor: 'citizen', objectKind: 'member', objectId: staffId, written: JSON.stringify([['proof', null, 'password']]) });
    expect(JSON.stringify(entry)).not.toContain('@');
  });

  test('in the same number of writes, so that no clock tells them apart', async () => {
    // The costly work is counted above; what is left is the same path: one count, one look, one line of the trail.
    const before = (await trailOf(desk, 1000)).length;
    await signIn(desk, 'nobody-at-all@example.org', goodPassword);
    await signIn(desk, ada.email, 'graffetta batteria cavallo');
    expect((await trailOf(desk, 1000)).length - before).toBe(2);
  });
});

describe('a session', () => {
  test('always begins with a new id: one that was planted before opens nothing after', async () => {
    const mallory = await addMember(desk, { role: 'operator' });
    const planted = await signedIn(desk, mallory);
    const answer = await signIn(desk, ada.email, goodPassword, { cookie: planted.cookie });
    const cookie = cookieFrom(answer);
    expect(cookie).not.toBe(planted.cookie);
    const { id, session } = (await me(cookie)).json();
    expect(id).toBe(ada.id);
    expect(session.id).not.toBe(planted.sessionId);
  });

  test('that the same person had in this browser ends', async () => {
    const first = cookieFrom(await signIn(desk, ada.email, goodPassword));
    const second = cookieFrom(await signIn(desk, ada.email, goodPassword, { cookie: first ?? '' }));
    expectProblem(await me(first), 'session-over');
    expect((await me(second)).statusCode).toBe(200);
  });

  test('of an enrolling sign-in does not outlive a factor that somebody else of the same password set up', async () => {
    const [thief, owner] = [cookieFrom(await signIn(desk, ada.email, goodPassword)), cookieFrom(await signIn(desk, ada.email, goodPassword))];
    await enrolTotp(desk, owner ?? '');
    expectProblem(await askAs(desk, thief, 'POST', '/staff/profile/totp', {}), 'session-over');
  });
});

describe('an account of the demo', () => {
  test('is signed in at once, without a second factor', async () => {
    await setStaff(desk, ada, { isDemo: true });
    const cookie = cookieFrom(await signIn(desk, ada.email, goodPassword));
    expect((await me(cookie)).json()).toMatchObject({ is_demo: true, session: { state: 'open' } });
    const { items } = (await askAs(desk, cookie, 'GET', '/staff/sessions')).json();
    expect(items).toMatchObject([{ proofs: ['demo', 'password'] }]);
  });

  test('is nothing outside of demo mode: neither its password nor a session that it had', async () => {
    const real = await openDesk({ demo: false });
    try {
      const demo = await addMember(real, { role: 'admin' });
      await givePassword(real, demo);
      const { cookie } = await signedIn(real, demo);
      await setStaff(real, demo, { isDemo: true });
      let answer = await askAs(real, cookie, 'GET', '/staff/session');
      expectProblem(answer, 'session-over');
      expect(await countScrypt(async () => void (answer = await signIn(real, demo.email, goodPassword)))).toBe(1);
      expectProblem(answer, 'wrong-credentials');
    } finally {
      await real.close();
    }
  });
});

describe('the door takes nothing more than it asks for', () => {
  test.each(['role', 'state', 'is_demo', 'staff_id', 'proofs', 'session_id'])('a sign-in with the field %s', async (field) => {
    expectInvalid(await knock(desk, '/staff/sign-ins', { email: ada.email, password: goodPassword, [field]: 'admin' }), `/${field}`);
  });

  test.each([{ email: '', password: goodPassword }, { email: ['a@example.org'], password: goodPassword }, { email: { $ne: null }, password: goodPassword }])('an e-mail that is none: %j', async (body) => {
    expectInvalid(await knock(desk, '/staff/sign-ins', body), '/email');
  });

  test('a password of more than a thousand characters', async () => {
    expect(await countScrypt(async () => expectInvalid(await signIn(desk, ada.email, 'x'.repeat(1001)), '/password'))).toBe(0);
  });

  test('a sign-in from the pages of another site', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/staff/sign-ins', headers, payload: JSON.stringify({ email: ada.email, password: goodPassword }) });
    expectProblem(answer, 'wrong-origin');
  });
});
