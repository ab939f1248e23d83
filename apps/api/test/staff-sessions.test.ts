import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk, testSecrets } from './app.ts';
import { addMember, askAs, cookieOf, ourOrigin, signedIn, type TestMember, tokenOf } from './staff-app.ts';
import { expectProblem } from './expect-problem.ts';

let desk: Desk;
let ada: TestMember;

beforeAll(async () => {
  desk = await openDesk({ demo: true });
});
beforeEach(async () => {
  await desk.clear();
  ada = await addMember(desk, { role: 'operator', allOffices: true });
});
afterAll(() => desk.close());

const me = (cookie: string | null) => askAs(desk, cookie, 'GET', '/staff/session');

describe('a session', () => {
  test('says who is signed in and what they may do', async () => {
    const { cookie } = await signedIn(desk, ada);
    const answer = await me(cookie);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ email: ada.email, role: 'operator', session: { state: 'open' } });
    expect(answer.json().permissions).not.toContain('member.change');
  });

  test('is over half an hour after it was last used', async () => {
    const { sessionId } = await signedIn(desk, ada);
    desk.clock.pass(29);
    expect((await me(cookieOf(desk, sessionId))).statusCode).toBe(200);
    desk.clock.pass(29);
    expect((await me(cookieOf(desk, sessionId))).statusCode).toBe(200);
    desk.clock.pass(30);
    expectProblem(await me(cookieOf(desk, sessionId)), 'session-over');
  });

  test('is over after twelve hours, however busy', async () => {
    const { sessionId } = await signedIn(desk, ada);
    for (let quarter = 0; quarter < 47; quarter += 1) {
      desk.clock.pass(15);
      expect((await me(cookieOf(desk, sessionId))).statusCode).toBe(200);
    }
    desk.clock.pass(15);
    expectProblem(await me(cookieOf(desk, sessionId)), 'session-over');
  });

  test('needs a new token after five minutes, which its own renewal gives', async () => {
    const { cookie } = await signedIn(desk, ada);
    desk.clock.pass(6);
    expectProblem(await me(cookie), 'session-stale');
    const renewal = await askAs(desk, cookie, 'POST', '/staff/session/renewal', {});
    expect(renewal.statusCode).toBe(204);
    const renewed = renewal.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await me(renewed)).statusCode).toBe(200);
  });

  test('is not kept alive by renewals alone', async () => {
    const { cookie } = await signedIn(desk, ada);
    for (let i = 0; i < 6; i += 1) {
      desk.clock.pass(4.9);
      expect((await askAs(desk, cookie, 'POST', '/staff/session/renewal', {})).statusCode).toBe(204);
    }
    desk.clock.pass(1);
    expectProblem(await askAs(desk, cookie, 'POST', '/staff/session/renewal', {}), 'session-over');
  });

  test('of somebody suspended is over with the next request', async () => {
    const { cookie } = await signedIn(desk, ada);
    await desk.database.write(async (tx) => void (await tx.update(desk.database.tables.staff).set({ state: 'suspended' })));
    expectProblem(await me(cookie), 'session-over');
  });

  test('gives a cookie that scripts cannot read, with nothing but the id of the session', async () => {
    const { cookie, sessionId } = await signedIn(desk, ada);
    const [given] = (await askAs(desk, cookie, 'POST', '/staff/session/renewal', {})).cookies;
    expect(given).toMatchObject({ name: 'sportello-session', httpOnly: true, sameSite: 'Lax', path: '/' });
    const payload = JSON.parse(Buffer.from(given?.value.split('.')[1] ?? '', 'base64url').toString());
    expect(Object.keys(payload).sort()).toEqual(['exp', 'iat', 'sid']);
    expect(payload.sid).toBe(sessionId);
    expect(payload.exp - payload.iat).toBe(300);
  });
});

describe('where somebody is signed in', () => {
  test('lists the sessions, this one marked, without the end of the address', async () => {
    await signedIn(desk, ada);
    const { cookie, sessionId } = await signedIn(desk, ada);
    const { items } = (await askAs(desk, cookie, 'GET', '/staff/sessions')).json();
    expect(items).toHaveLength(2);
    expect(items.filter((one: { is_current: boolean }) => one.is_current)).toMatchObject([{ id: sessionId, network: '127.0.0.*' }]);
  });

  test('a session ended elsewhere is over with its next request', async () => {
    const { cookie } = await signedIn(desk, ada);
    const other = await signedIn(desk, ada);
    expect((await askAs(desk, cookie, 'DELETE', `/staff/sessions/${other.sessionId}`)).statusCode).toBe(204);
    expectProblem(await me(other.cookie), 'session-over');
    expect((await me(cookie)).statusCode).toBe(200);
  });

  test('all others end at once', async () => {
    const { cookie } = await signedIn(desk, ada);
    const others = [await signedIn(desk, ada), await signedIn(desk, ada)];
    expect((await askAs(desk, cookie, 'DELETE', '/staff/sessions')).statusCode).toBe(204);
    for (const other of others) expectProblem(await me(other.cookie), 'session-over');
    expect((await me(cookie)).statusCode).toBe(200);
  });

  test('nobody ends the session of somebody else', async () => {
    const { cookie } = await signedIn(desk, ada);
    const eve = await signedIn(desk, await addMember(desk, { role: 'admin' }));
    expectProblem(await askAs(desk, eve.cookie, 'DELETE', `/staff/sessions/${(await signedIn(desk, ada)).sessionId}`), 'not-found');
    expect((await me(cookie)).statusCode).toBe(200);
  });
});

describe('the door refuses', () => {
  test('nobody signed in', async () => {
    expectProblem(await me(null), 'session-needed');
  });

  test('a cookie that was kept after signing out', async () => {
    const { cookie } = await signedIn(desk, ada);
    expect((await askAs(desk, cookie, 'POST', '/staff/sign-out', {})).statusCode).toBe(204);
    expectProblem(await me(cookie), 'session-over');
    expectProblem(await askAs(desk, cookie, 'POST', '/staff/session/renewal', {}), 'session-over');
  });

  test('a token without a signature, with another key, or of another kind', async () => {
    const { sessionId } = await signedIn(desk, ada);
    const iat = Math.floor(desk.clock.now() / 1000);
    const payload = { sid: sessionId, iat, exp: iat + 300 };
    const forged = [
      tokenOf(payload, { alg: 'none' }),
      tokenOf(payload, { alg: 'None' }),
      tokenOf(payload, { key: Buffer.alloc(32, 1) }),
      tokenOf(payload, { key: testSecrets.derivedKey('captcha') }),
      tokenOf(payload, { alg: 'HS512' }),
      `${tokenOf(payload)}x`,
      sessionId,
      '',
    ];
    for (const token of forged) expectProblem(await me(`sportello-session=${token}`), 'session-needed');
  });

  test('a good token that comes as a bearer token', async () => {
    const { sessionId } = await signedIn(desk, ada);
    const token = cookieOf(desk, sessionId).split('=')[1] ?? '';
    const answer = await desk.app.inject({ url: '/api/v1/staff/session', headers: { authorization: `Bearer ${token}` } });
    expectProblem(answer, 'session-needed');
  });

  test.each([undefined, 'null', 'https://evil.example', 'http://localhost:3001', 'http://localhost:3000.evil.example'])('a change from the origin %s', async (origin) => {
    const { cookie } = await signedIn(desk, ada);
    const headers = { cookie, 'content-type': 'application/json', ...(origin && { origin }) };
    const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/staff/sign-out', headers, payload: '{}' });
    expectProblem(answer, 'wrong-origin');
    expect((await me(cookie)).statusCode).toBe(200);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])('a change sent as %s', async (type) => {
    const { cookie } = await signedIn(desk, ada);
    const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/staff/sign-out', headers: { cookie, origin: ourOrigin, 'content-type': type }, payload: '{}' });
    expectProblem(answer, 'unsupported-media-type');
  });

  test('to tell other origins anything', async () => {
    const { cookie } = await signedIn(desk, ada);
    const answer = await desk.app.inject({ url: '/api/v1/staff/session', headers: { cookie, origin: 'https://evil.example' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await desk.app.inject({ method: 'OPTIONS', url: '/api/v1/staff/session', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('everything but a second factor to who has none yet', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    expect((await me(cookie)).json()).toMatchObject({ session: { state: 'enrolling' } });
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/sessions'), 'second-factor-needed');
  });
});

test('a cookie of the staff changes no public answer', async () => {
  const { cookie } = await signedIn(desk, ada);
  for (const url of ['/api/v1/union', '/api/v1/services']) {
    const [plain, withCookie] = [await desk.app.inject({ url }), await desk.app.inject({ url, headers: { cookie } })];
    expect(withCookie.body).toBe(plain.body);
    expect(withCookie.headers['set-cookie']).toBeUndefined();
  }
});
