import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { URI } from 'otpauth';
import { type Desk, openDesk } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, cookieOf, signedIn, type TestMember } from './staff-app.ts';
import { beginSignIn, cheapHash, codeOf, cookieFrom, enrolTotp, forgetFailures, givePassword, knock, pastPassword, setStaff, showCode, trailOf } from './staff-ways-in.ts';

let desk: Desk;
let ada: TestMember;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  await forgetFailures(desk);
  ada = await addMember(desk, { role: 'operator', allOffices: true });
});
afterAll(() => desk.close());

const begin = (cookie: string) => askAs(desk, cookie, 'POST', '/staff/profile/totp', {});
const confirm = (cookie: string, code: string) => askAs(desk, cookie, 'POST', '/staff/profile/totp/confirmation', { code });
const me = (cookie: string | null) => askAs(desk, cookie, 'GET', '/staff/session');

/** Ada with a password and an authenticator app. */
async function withTotp(): Promise<{ seed: string; recoveryCodes: string[] }> {
  await givePassword(desk, ada, cheapHash());
  const { cookie } = await signedIn(desk, ada, 'enrolling');
  return enrolTotp(desk, cookie);
}

describe('setting up an authenticator app', () => {
  test('gives a secret and an address that apps read, with the name of the union', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { secret, uri } = (await begin(cookie)).json();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const read = URI.parse(uri);
    expect(read).toMatchObject({ issuer: 'Unione Collinare Valtiglione e dintorni', label: ada.email, algorithm: 'SHA1', digits: 6, period: 30 });
    expect(read.secret.base32).toBe(secret);
  });

  test('opens the session and brings ten recovery codes, shown this once', async () => {
    const { cookie, sessionId } = await signedIn(desk, ada, 'enrolling');
    const { secret } = (await begin(cookie)).json();
    const confirmed = await confirm(cookie, codeOf(desk, secret));
    const { recovery_codes } = confirmed.json();
    expect(new Set(recovery_codes).size).toBe(10);
    for (const code of recovery_codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
    const now = (await me(cookieFrom(confirmed))).json();
    expect(now).toMatchObject({ second_factor: { totp: true, recovery_codes_left: 10 }, session: { state: 'open' } });
    expect(now.session.id).not.toBe(sessionId);
    expectProblem(await me(cookie), 'session-over');
    expect(await trailOf(desk, 2)).toMatchObject([{ action: 'sign-in' }, { action: 'create', objectKind: 'totp', objectId: ada.id, written: '[]' }]);
  });

  test('keeps neither the seed nor the recovery codes in a readable form', async () => {
    const { seed, recoveryCodes } = await withTotp();
    const { totpSecrets, recoveryCodes: kept } = desk.database.tables;
    const rows = JSON.stringify([await desk.database.read.select().from(totpSecrets), await desk.database.read.select().from(kept)]);
    for (const secret of [seed, ...recoveryCodes]) expect(rows).not.toContain(secret);
    const trail = JSON.stringify(await trailOf(desk, 20));
    for (const secret of [seed, ...recoveryCodes]) expect(trail).not.toContain(secret);
  });

  test('is not done with a wrong code, nor with one of a secret that was replaced', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { secret: former } = (await begin(cookie)).json();
    const { secret } = (await begin(cookie)).json();
    expectProblem(await confirm(cookie, codeOf(desk, former)), 'wrong-code');
    for (const code of ['000000', '12345', '1234567', 'abcdef', '１２３']) expectProblem(await confirm(cookie, code), 'wrong-code');
    expect((await me(cookie)).json()).toMatchObject({ second_factor: { totp: false }, session: { state: 'enrolling' } });
    expect((await confirm(cookie, codeOf(desk, secret))).statusCode).toBe(200);
  });

  test('is over when it was never begun, or half an hour ago', async () => {
    const { cookie, sessionId } = await signedIn(desk, ada, 'enrolling');
    expectProblem(await confirm(cookie, '123456'), 'sign-in-over');
    const { secret } = (await begin(cookie)).json();
    desk.clock.pass(20);
    expect((await me(cookieOf(desk, sessionId))).statusCode).toBe(200);
    desk.clock.pass(10);
    expectProblem(await confirm(cookieOf(desk, sessionId), codeOf(desk, secret)), 'sign-in-over');
  });

  test('is done once, also when it is confirmed twice at the same moment', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { secret } = (await begin(cookie)).json();
    const answers = await Promise.all([confirm(cookie, codeOf(desk, secret)), confirm(cookie, codeOf(desk, secret))]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    const [{ recovery_codes = [] } = {}] = answers.filter(({ statusCode }) => statusCode === 200).map((answer) => answer.json());
    const [goesOn] = answers.map(cookieFrom).filter((given) => given !== null);
    expect((await me(goesOn ?? null)).json().second_factor.recovery_codes_left).toBe(10);
    expect(recovery_codes).toHaveLength(10);
  });

  test('by who knows only the password is over once the owner has done it', async () => {
    const thief = await signedIn(desk, ada, 'enrolling');
    const owner = await signedIn(desk, ada, 'enrolling');
    await begin(thief.cookie);
    await enrolTotp(desk, owner.cookie);
    expectProblem(await begin(thief.cookie), 'session-over');
    const late = await signedIn(desk, ada, 'enrolling'); // opened in the same moment, as another process would
    expectProblem(await begin(late.cookie), 'fresh-sign-in-needed');
    expectProblem(await confirm(late.cookie, '123456'), 'sign-in-over');
    expectProblem(await askAs(desk, late.cookie, 'POST', '/staff/profile/passkey-options', {}), 'fresh-sign-in-needed');
  });
});

describe('changing the app', () => {
  test('needs a fresh sign-in, keeps the old one until the new one is confirmed, and the recovery codes after', async () => {
    const { seed: old } = await withTotp();
    const { cookie, sessionId } = await signedIn(desk, ada);
    const { secret } = (await begin(cookie)).json();
    expect((await showCode(desk, await pastPassword(desk, ada), codeOf(desk, old))).statusCode).toBe(200);
    expect((await confirm(cookie, codeOf(desk, secret))).json()).toEqual({ recovery_codes: null });
    desk.clock.pass(0.5);
    expectProblem(await showCode(desk, await pastPassword(desk, ada), codeOf(desk, old)), 'wrong-code');
    expect((await showCode(desk, await pastPassword(desk, ada), codeOf(desk, secret))).statusCode).toBe(200);
    desk.clock.pass(10);
    expectProblem(await begin(cookieOf(desk, sessionId)), 'fresh-sign-in-needed');
  });

  test('the last factor cannot be removed', async () => {
    await withTotp();
    const { cookie } = await signedIn(desk, ada);
    expectProblem(await askAs(desk, cookie, 'DELETE', '/staff/profile/totp'), 'last-factor');
    expect((await me(cookie)).json().second_factor.totp).toBe(true);
  });
});

describe('the second factor of a sign-in', () => {
  test('is asked for after the password, which opens nothing by itself', async () => {
    await withTotp();
    const answer = await knock(desk, '/staff/sign-ins', { email: ada.email, password: 'cavallo batteria graffetta' });
    expect(answer.json()).toEqual({ state: 'second_factor', challenge: expect.stringMatching(/^[\w-]{43}$/), factors: ['totp', 'recovery_code'] });
    expect(cookieFrom(answer)).toBeNull();
  });

  test('with the code of the app opens a session', async () => {
    const { seed } = await withTotp();
    const answer = await showCode(desk, await beginSignIn(desk, ada), codeOf(desk, seed));
    expect(answer.json()).toEqual({ state: 'signed_in' });
    expect((await me(cookieFrom(answer))).json().session.state).toBe('open');
    const { items } = (await askAs(desk, cookieFrom(answer), 'GET', '/staff/sessions')).json();
    expect(items[0].proofs).toEqual(['password', 'totp']);
  });

  test.each([-1, 0, 1])('takes the code of a clock that is %i steps away', async (steps) => {
    const { seed } = await withTotp();
    desk.clock.pass(5);
    expect((await showCode(desk, await pastPassword(desk, ada), codeOf(desk, seed, steps))).statusCode).toBe(200);
  });

  test.each([-2, 2, 20])('refuses the code of %i steps away', async (steps) => {
    const { seed } = await withTotp();
    desk.clock.pass(15);
    expectProblem(await showCode(desk, await pastPassword(desk, ada), codeOf(desk, seed, steps)), 'wrong-code');
  });

  test('takes no code twice, nor one from before the last', async () => {
    const { seed } = await withTotp();
    desk.clock.pass(5);
    const code = codeOf(desk, seed, 1);
    expect((await showCode(desk, await pastPassword(desk, ada), code)).statusCode).toBe(200);
    expectProblem(await showCode(desk, await pastPassword(desk, ada), code), 'wrong-code');
    expectProblem(await showCode(desk, await pastPassword(desk, ada), codeOf(desk, seed)), 'wrong-code');
    desk.clock.pass(1);
    expect((await showCode(desk, await pastPassword(desk, ada), codeOf(desk, seed))).statusCode).toBe(200);
  });

  test('takes no code twice at the same moment either', async () => {
    const { seed } = await withTotp();
    const steps = [await pastPassword(desk, ada), await pastPassword(desk, ada), await pastPassword(desk, ada)];
    const answers = await Promise.all(steps.map((step) => showCode(desk, step, codeOf(desk, seed))));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
  });

  test('is over after it was used, after five minutes, or after five wrong codes', async () => {
    const { seed } = await withTotp();
    const used = await pastPassword(desk, ada);
    expect((await showCode(desk, used, codeOf(desk, seed))).statusCode).toBe(200);
    desk.clock.pass(1);
    expectProblem(await showCode(desk, used, codeOf(desk, seed)), 'sign-in-over');

    const old = await pastPassword(desk, ada);
    desk.clock.pass(5);
    expectProblem(await showCode(desk, old, codeOf(desk, seed)), 'sign-in-over');

    const tried = await pastPassword(desk, ada);
    for (let at = 0; at < 5; at += 1) expectProblem(await showCode(desk, tried, '000000', { address: `198.51.100.${at}` }), 'wrong-code');
    expectProblem(await showCode(desk, tried, codeOf(desk, seed)), 'sign-in-over');
  });

  test('gives no more than five tries to many at the same moment', async () => {
    await withTotp();
    const step = await pastPassword(desk, ada);
    const answers = await Promise.all(Array.from({ length: 9 }, (_, at) => showCode(desk, step, '000000', { address: `198.51.100.${at}` })));
    const named = answers.map((answer) => answer.json().type.split('/').at(-1)).sort();
    expect(named).toEqual([...Array(4).fill('sign-in-over'), ...Array(5).fill('wrong-code')]);
  });

  test('gives who knows the password ten guesses an hour, from however many addresses', async () => {
    const { seed } = await withTotp();
    const guess = async (at: number) => showCode(desk, await pastPassword(desk, ada), '000000', { address: `198.51.100.${at}` });
    for (let at = 0; at < 10; at += 1) expectProblem(await guess(at), 'wrong-code');
    expectProblem(await guess(10), 'too-many-requests');
    desk.clock.pass(16);
    expectProblem(await guess(11), 'too-many-requests');
    desk.clock.pass(44);
    expect((await showCode(desk, await pastPassword(desk, ada), codeOf(desk, seed))).statusCode).toBe(200);
  });

  test.each(['x', 'A'.repeat(43)])('is not found by a name that was made up: %s', async (challenge) => {
    expectProblem(await showCode(desk, { challenge }, '123456'), 'sign-in-over');
  });

  test('does not let in who was suspended meanwhile, nor who has another password by then', async () => {
    const { seed } = await withTotp();
    const suspended = await pastPassword(desk, ada);
    await setStaff(desk, ada, { state: 'suspended' });
    expectProblem(await showCode(desk, suspended, codeOf(desk, seed)), 'sign-in-over');
    await setStaff(desk, ada, { state: 'active' });
    const overtaken = await pastPassword(desk, ada);
    await setStaff(desk, ada, { passwordChangedAt: desk.clock.now() + 1 });
    const answer = await showCode(desk, overtaken, codeOf(desk, seed));
    expectProblem(answer, 'wrong-credentials');
    expect(cookieFrom(answer)).toBeNull();
  });

  test('that is wrong stands in the trail without the code', async () => {
    await withTotp();
    await showCode(desk, await pastPassword(desk, ada), '000000');
    const [entry] = await trailOf(desk);
    expect(entry).toMatchObject({ action: 'sign-in-refused', actor: 'citizen', objectId: ada.id, written: JSON.stringify([['proof', null, 'totp']]) });
  });

  test('takes no field that it does not ask for', async () => {
    expectInvalid(await knock(desk, '/staff/sign-ins/second-factor', { challenge: 'x', factor: 'totp', code: '123456', staff_id: ada.id }), '/staff_id');
    expectInvalid(await knock(desk, '/staff/sign-ins/second-factor', { challenge: 'x', factor: 'password', code: '123456' }), '/factor');
  });
});

describe('a recovery code', () => {
  test('stands in for the app, once; then the account says how many are left', async () => {
    const { recoveryCodes: [code = ''] } = await withTotp();
    const answer = await showCode(desk, await pastPassword(desk, ada), code, { factor: 'recovery_code' });
    expect((await me(cookieFrom(answer))).json()).toMatchObject({ second_factor: { recovery_codes_left: 9 }, session: { state: 'open' } });
    expectProblem(await showCode(desk, await pastPassword(desk, ada), code, { factor: 'recovery_code' }), 'wrong-code');
  });

  test('serves one of two at the same moment', async () => {
    const { recoveryCodes: [code = ''] } = await withTotp();
    const steps = [await pastPassword(desk, ada), await pastPassword(desk, ada)];
    const answers = await Promise.all(steps.map((step) => showCode(desk, step, code, { factor: 'recovery_code' })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  });

  test('may be typed by hand: small letters, blanks, O for zero', async () => {
    const { recoveryCodes: [code = ''] } = await withTotp();
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await showCode(desk, await pastPassword(desk, ada), typed, { factor: 'recovery_code' })).statusCode).toBe(200);
  });

  test('of somebody else opens nothing', async () => {
    await withTotp();
    const eve = await addMember(desk, { role: 'operator' });
    const { recoveryCodes: [code = ''] } = await enrolTotp(desk, (await signedIn(desk, eve, 'enrolling')).cookie);
    expectProblem(await showCode(desk, await pastPassword(desk, ada), code, { factor: 'recovery_code' }), 'wrong-code');
  });

  test('is over when new ones are made, which needs a fresh sign-in', async () => {
    const { recoveryCodes: [old = ''] } = await withTotp();
    const { cookie, sessionId } = await signedIn(desk, ada);
    const { recovery_codes: [code] } = (await askAs(desk, cookie, 'POST', '/staff/profile/recovery-codes', {})).json();
    expect(await trailOf(desk)).toMatchObject([{ action: 'change', objectKind: 'recovery-codes', objectId: ada.id, written: '[]' }]);
    expectProblem(await showCode(desk, await pastPassword(desk, ada), old, { factor: 'recovery_code' }), 'wrong-code');
    expect((await showCode(desk, await pastPassword(desk, ada), code, { factor: 'recovery_code' })).statusCode).toBe(200);
    desk.clock.pass(11);
    expectProblem(await askAs(desk, cookieOf(desk, sessionId), 'POST', '/staff/profile/recovery-codes', {}), 'fresh-sign-in-needed');
  });
});
