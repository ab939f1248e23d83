import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generateKeyPairSync } from 'node:crypto';
import { type Desk, openDesk } from './app.ts';
import { type Authenticator, makeAuthenticator } from './authenticator.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, cookieOf, signedIn, type TestMember } from './staff-app.ts';
import { beginSignIn, cheapHash, codeOf, cookieFrom, enrolTotp, forgetFailures, givePassword, knock, setStaff, showCode, trailOf } from './staff-ways-in.ts';

let desk: Desk;
let ada: TestMember;
let authenticator: Authenticator;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  await forgetFailures(desk);
  ada = await addMember(desk, { role: 'operator', allOffices: true });
  authenticator = makeAuthenticator();
});
afterAll(() => desk.close());

const me = (cookie: string | null) => askAs(desk, cookie, 'GET', '/staff/session');
const beginNew = async (cookie: string) => (await askAs(desk, cookie, 'POST', '/staff/profile/passkey-options', {})).json();
const create = (cookie: string, challenge: string, credential: object, name = 'Portatile') => askAs(desk, cookie, 'POST', '/staff/profile/passkeys', { challenge, name, credential });
const askForPasskey = async (body: object = {}) => (await knock(desk, '/staff/sign-ins/passkey-options', body)).json();
const showPasskey = (challenge: string, credential: object) => knock(desk, '/staff/sign-ins/passkey', { challenge, credential });

/** A passkey for Ada, set up in a session of hers; answers with the session that goes on. */
async function register(cookie: string, key = authenticator, name?: string) {
  const { challenge, options } = await beginNew(cookie);
  const answer = await create(cookie, challenge, key.create(options), name);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return { ...answer.json(), cookie: cookieFrom(answer) ?? cookie };
}

type Faults = Parameters<Authenticator['get']>[1];

/** Signs in with the passkey alone. */
async function signInAlone(faults: Faults = {}, key = authenticator) {
  const { challenge, options } = await askForPasskey();
  return showPasskey(challenge, key.get(options, faults));
}

describe('a new passkey', () => {
  test('is asked for so that it is found without an address, and with finger, face or PIN', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { options } = await beginNew(cookie);
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Unione Collinare Valtiglione e dintorni' },
      user: { name: ada.email, displayName: 'Prova operator' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(ada.id);
  });

  test('as the first factor opens the session and brings recovery codes', async () => {
    const { passkey, recovery_codes, cookie } = await register((await signedIn(desk, ada, 'enrolling')).cookie);
    expect(passkey).toMatchObject({ name: 'Portatile', last_used_at: null, backed_up: false });
    expect(recovery_codes).toHaveLength(10);
    expect((await me(cookie)).json()).toMatchObject({ second_factor: { passkeys: 1 }, session: { state: 'open' } });
    expect(await trailOf(desk, 2)).toMatchObject([{ action: 'sign-in' }, { action: 'create', objectKind: 'passkey', objectId: passkey.id, written: JSON.stringify([['name', null, 'Portatile']]) }]);
  });

  test('as another factor leaves the recovery codes as they are, and is not offered to the same key again', async () => {
    const { cookie } = await enrolTotp(desk, (await signedIn(desk, ada, 'enrolling')).cookie);
    expect((await register(cookie)).recovery_codes).toBeNull();
    expect((await beginNew(cookie)).options.excludeCredentials).toMatchObject([{ id: authenticator.id }]);
  });

  test('of an account that has a factor needs a fresh sign-in', async () => {
    const { cookie } = await register((await signedIn(desk, ada, 'enrolling')).cookie);
    const { id } = (await me(cookie)).json().session;
    desk.clock.pass(11);
    expectProblem(await askAs(desk, cookieOf(desk, id), 'POST', '/staff/profile/passkey-options', {}), 'fresh-sign-in-needed');
  });

  const faults: [string, Parameters<Authenticator['create']>[1]][] = [
    ['made for another origin', { origin: 'https://evil.example' }],
    ['made for the same host on another port', { origin: 'http://localhost:3001' }],
    ['made for another site', { rpId: 'evil.example' }],
    ['made without finger, face or PIN', { isVerified: false }],
    ['that answers another challenge', { challenge: 'bm90IHRoZSBvbmU' }],
    ['that is an answer to a sign-in', { type: 'webauthn.get' }],
  ];
  test.each(faults)('%s is refused', async (_, fault) => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { challenge, options } = await beginNew(cookie);
    expectProblem(await create(cookie, challenge, authenticator.create(options, fault)), 'wrong-code');
    expect((await me(cookie)).json()).toMatchObject({ second_factor: { passkeys: 0 }, session: { state: 'enrolling' } });
  });

  test.each([{}, { id: 'x' }, { id: 'x', rawId: 'x', type: 'public-key', response: {} }, { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'e30', attestationObject: 'oA' } }])('that is none is refused: %j', async (credential) => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { challenge } = await beginNew(cookie);
    expectProblem(await create(cookie, challenge, credential), 'wrong-code');
  });

  test('needs a challenge of its own, once, within five minutes', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const { challenge, options } = await beginNew(cookie);
    const made = authenticator.create(options);
    const answers = await Promise.all([create(cookie, challenge, made), create(cookie, challenge, made)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 401]);
    const goesOn = answers.map(cookieFrom).find((given) => given !== null) ?? '';
    expectProblem(await create(goesOn, challenge, made), 'sign-in-over');
    expectProblem(await create(goesOn, (await askForPasskey()).challenge, made), 'sign-in-over'); // that of a sign-in is none

    const { cookie: later, sessionId } = await signedIn(desk, await addMember(desk, { role: 'operator' }), 'enrolling');
    const old = await beginNew(later);
    desk.clock.pass(5);
    expectProblem(await create(cookieOf(desk, sessionId), old.challenge, makeAuthenticator().create(old.options)), 'sign-in-over');
  });

  test('cannot be added with the challenge of somebody else, nor twice', async () => {
    const { cookie } = await signedIn(desk, ada, 'enrolling');
    const eve = await signedIn(desk, await addMember(desk, { role: 'operator' }), 'enrolling');
    const { challenge, options } = await beginNew(cookie);
    expectProblem(await create(eve.cookie, challenge, authenticator.create(options)), 'sign-in-over');
    await register(cookie);
    const again = await beginNew(eve.cookie);
    expectProblem(await create(eve.cookie, again.challenge, authenticator.create(again.options)), 'wrong-code');
  });
});

describe('a passkey alone', () => {
  beforeEach(async () => {
    await register((await signedIn(desk, ada, 'enrolling')).cookie);
  });

  test('signs in: it is two factors in one', async () => {
    const { challenge, options } = await askForPasskey();
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const answer = await showPasskey(challenge, authenticator.get(options));
    expect(answer.json()).toEqual({ state: 'signed_in' });
    expect((await me(cookieFrom(answer))).json()).toMatchObject({ id: ada.id, session: { state: 'open' } });
    const { items } = (await askAs(desk, cookieFrom(answer), 'GET', '/staff/profile/passkeys')).json();
    expect(items).toMatchObject([{ name: 'Portatile', last_used_at: expect.any(String) }]);
  });

  test('signs in again and again, counting up, or not counting at all', async () => {
    for (const counter of [5, 6, 100]) expect((await signInAlone({ counter })).statusCode).toBe(200);
    const still = makeAuthenticator();
    const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator' }), 'enrolling');
    await register(cookie, still);
    for (const counter of [0, 0]) expect((await signInAlone({ counter }, still)).statusCode).toBe(200);
  });

  const faults: [string, Faults][] = [
    ['answered for another origin', { origin: 'https://evil.example' }],
    ['answered for the same host on another port', { origin: 'http://localhost:3001' }],
    ['answered for another site', { rpId: 'evil.example' }],
    ['answered without finger, face or PIN', { isVerified: false }],
    ['that answers another challenge', { challenge: 'bm90IHRoZSBvbmU' }],
    ['signed by another key', { signedBy: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['that names another owner', { userHandle: Buffer.from('somebody else').toString('base64url') }],
    ['that names no owner', { userHandle: null }],
    ['of a registration', { type: 'webauthn.create' }],
  ];
  test.each(faults)('%s is refused', async (_, fault) => {
    const answer = await signInAlone(fault);
    expectProblem(answer, 'wrong-credentials');
    expect(cookieFrom(answer)).toBeNull();
    expect(await trailOf(desk)).toMatchObject([{ action: 'sign-in-refused', objectId: ada.id, written: JSON.stringify([['proof', null, 'passkey']]) }]);
    expect((await signInAlone()).statusCode).toBe(200);
  });

  test('whose counter went back, or stood still, is a copy and is refused', async () => {
    expect((await signInAlone({ counter: 7 })).statusCode).toBe(200);
    expectProblem(await signInAlone({ counter: 7 }), 'wrong-credentials');
    expectProblem(await signInAlone({ counter: 3 }), 'wrong-credentials');
    expect((await signInAlone({ counter: 8 })).statusCode).toBe(200);
  });

  test('answers a challenge once, also at the same moment, and within five minutes', async () => {
    const { challenge, options } = await askForPasskey();
    const given = authenticator.get(options);
    const answers = await Promise.all([showPasskey(challenge, given), showPasskey(challenge, given)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    expectProblem(await showPasskey(challenge, given), 'sign-in-over');
    const other = await askForPasskey();
    expectProblem(await showPasskey(other.challenge, given), 'wrong-credentials'); // what was seen of another sign-in
    const old = await askForPasskey();
    desk.clock.pass(5);
    expectProblem(await showPasskey(old.challenge, authenticator.get(old.options)), 'sign-in-over');
  });

  test('that two copies show at the same moment lets one in', async () => {
    const [one, other] = [await askForPasskey(), await askForPasskey()];
    const given = [one, other].map(({ challenge, options }) => showPasskey(challenge, authenticator.get(options, { counter: 9 })));
    const answers = await Promise.all(given);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  });

  test.each(['suspended', 'invited'] as const)('of a %s account is refused', async (state) => {
    await setStaff(desk, ada, { state });
    expectProblem(await signInAlone(), 'wrong-credentials');
  });

  test('that nobody knows is refused like a wrong one', async () => {
    const stranger = makeAuthenticator();
    expectProblem(await signInAlone({}, stranger), 'wrong-credentials');
    const { challenge } = await askForPasskey();
    expectProblem(await showPasskey(challenge, { id: ['x'] }), 'wrong-credentials');
  });

  test('still signs in its owner while somebody else guesses the password', async () => {
    await givePassword(desk, ada, cheapHash());
    for (let at = 0; at < 6; at += 1) await knock(desk, '/staff/sign-ins', { email: ada.email, password: 'x' });
    expect((await signInAlone()).statusCode).toBe(200);
  });
});

describe('a passkey as the second factor', () => {
  beforeEach(async () => {
    await givePassword(desk, ada, cheapHash());
    await register((await signedIn(desk, ada, 'enrolling')).cookie);
  });

  test('is asked for by name, and finishes the sign-in', async () => {
    const step = await beginSignIn(desk, ada);
    expect(step.factors).toEqual(['passkey', 'recovery_code']);
    const { challenge, options } = await askForPasskey({ challenge: step.challenge });
    expect(options.allowCredentials).toMatchObject([{ id: authenticator.id, transports: ['internal'] }]);
    const answer = await showPasskey(challenge, authenticator.get(options, { userHandle: null }));
    const { items } = (await askAs(desk, cookieFrom(answer), 'GET', '/staff/sessions')).json();
    expect(items[0].proofs).toEqual(['password', 'passkey']);
    expectProblem(await knock(desk, '/staff/sign-ins/passkey-options', { challenge: step.challenge }), 'sign-in-over');
  });

  test('of somebody else does not finish it', async () => {
    const other = makeAuthenticator();
    await register((await signedIn(desk, await addMember(desk, { role: 'admin' }), 'enrolling')).cookie, other);
    const { challenge, options } = await askForPasskey({ challenge: (await beginSignIn(desk, ada)).challenge });
    expectProblem(await showPasskey(challenge, other.get(options)), 'wrong-credentials');
  });

  test('that failed leaves the sign-in waiting for another factor', async () => {
    const { cookie } = await signedIn(desk, ada);
    const { seed } = await enrolTotp(desk, cookie);
    const step = await beginSignIn(desk, ada);
    const { challenge, options } = await askForPasskey({ challenge: step.challenge });
    expectProblem(await showPasskey(challenge, authenticator.get(options, { isVerified: false })), 'wrong-credentials');
    expect((await showCode(desk, step, codeOf(desk, seed))).statusCode).toBe(200);
    expectProblem(await showPasskey(challenge, authenticator.get(options)), 'sign-in-over');
  });
});

describe('the passkeys of an account', () => {
  test('are listed, renamed and removed by their owner alone', async () => {
    const { passkey, cookie } = await register((await signedIn(desk, ada, 'enrolling')).cookie);
    const eve = await signedIn(desk, await addMember(desk, { role: 'admin' }));
    const url = `/staff/profile/passkeys/${passkey.id}`;
    expectProblem(await askAs(desk, eve.cookie, 'PATCH', url, { name: 'Mia' }), 'not-found');
    expectProblem(await askAs(desk, eve.cookie, 'DELETE', url), 'not-found');
    expect((await askAs(desk, eve.cookie, 'GET', '/staff/profile/passkeys')).json().items).toEqual([]);

    expect((await askAs(desk, cookie, 'PATCH', url, { name: 'Chiavetta blu' })).json()).toMatchObject({ id: passkey.id, name: 'Chiavetta blu' });
    expect(await trailOf(desk)).toMatchObject([{ action: 'change', objectKind: 'passkey', written: JSON.stringify([['name', 'Portatile', 'Chiavetta blu']]) }]);
    expectInvalid(await askAs(desk, cookie, 'PATCH', url, { name: 'Chiavetta', counter: 0 }), '/counter');
    expectInvalid(await askAs(desk, cookie, 'PATCH', url, { name: '  ' }), '/name');
  });

  test('the last factor stays: another one must come first', async () => {
    const { passkey, cookie } = await register((await signedIn(desk, ada, 'enrolling')).cookie);
    const remove = () => askAs(desk, cookie, 'DELETE', `/staff/profile/passkeys/${passkey.id}`);
    expectProblem(await remove(), 'last-factor');
    await enrolTotp(desk, cookie);
    expect((await remove()).statusCode).toBe(204);
    expectProblem(await askAs(desk, cookie, 'DELETE', '/staff/profile/totp'), 'last-factor');
    expectProblem(await signInAlone(), 'wrong-credentials');
  });

  test('of two factors that are removed at the same moment, one stays', async () => {
    const { passkey, cookie } = await register((await signedIn(desk, ada, 'enrolling')).cookie);
    await enrolTotp(desk, cookie);
    const answers = await Promise.all([askAs(desk, cookie, 'DELETE', `/staff/profile/passkeys/${passkey.id}`), askAs(desk, cookie, 'DELETE', '/staff/profile/totp')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
  });

  test('removing one needs a fresh sign-in', async () => {
    const { passkey, cookie } = await register((await signedIn(desk, ada, 'enrolling')).cookie);
    const { id } = (await me(cookie)).json().session;
    desk.clock.pass(11);
    expectProblem(await askAs(desk, cookieOf(desk, id), 'DELETE', `/staff/profile/passkeys/${passkey.id}`), 'fresh-sign-in-needed');
  });
});
