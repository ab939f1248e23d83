import { setTimeout as delay } from 'node:timers/promises';
import type { ProviderProblem } from '@sportello/contract';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StaffProvider } from '../src/identity/oidc.ts';
import { oidcClient } from '../src/identity/oidc-client.ts';
import { type Desk, openDesk } from './app.ts';
import { expectProblem } from './expect-problem.ts';
import { type Somebody, startProvider, type TestProvider } from './identity-provider.ts';
import { addMember, askAs, type TestMember } from './staff-app.ts';
import { linkOf, mailOf, tokenIn } from './staff-mail.ts';

let there: TestProvider;
let settings: StaffProvider;
let desk: Desk;
let strict: Desk;
let ada: TestMember;

const callback = 'http://localhost:3000/api/v1/staff/oidc/callback';

beforeAll(async () => {
  there = await startProvider(callback);
  const { issuer, clientId, clientSecret } = there;
  settings = { issuer, clientId, clientSecret, name: 'Account dell’Unione', scopes: 'openid email profile', emailClaim: 'email', emailVerifiedClaim: 'email_verified', acr: [] };
  desk = await openDesk({ staffProvider: settings });
  strict = await openDesk({ staffProvider: { ...settings, acr: ['strong'] } });
});
beforeEach(async () => {
  await desk.clear();
  ada = await addMember(desk, { role: 'operator' });
});
afterAll(async () => {
  await desk.close();
  await strict.close();
  await there.close();
});

let subjects = 0;
const somebody = (change: Partial<Somebody> = {}): Somebody => ({ sub: `subject-${++subjects}`, email: ada.email, email_verified: true, ...change });

/** The first step, as a browser that follows the button: where it is sent, and the cookie that it keeps. */
async function start(on = desk, returnTo?: string): Promise<{ address: string; cookie: string }> {
  const query = returnTo === undefined ? '' : `?return_to=${encodeURIComponent(returnTo)}`;
  const answer = await on.app.inject({ url: `/api/v1/staff/oidc/start${query}` });
  expect(answer.statusCode).toBe(303);
  return { address: String(answer.headers.location), cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** The last step: the browser comes back to us with what the provider gave it. */
function comeBack(back: URL, cookie: string | null, on = desk) {
  return on.app.inject({ url: `${back.pathname}${back.search}`, headers: { ...(cookie && { cookie }) } });
}

async function signIn(who: Somebody, { on = desk, returnTo }: { on?: Desk; returnTo?: string } = {}) {
  const { address, cookie } = await start(on, returnTo);
  return comeBack(await there.signIn(address, who), cookie, on);
}

type Answer = Awaited<ReturnType<typeof comeBack>>;

function sessionIn({ cookies }: Answer): string | null {
  const found = cookies.find(({ name, value }) => name === 'sportello-session' && value !== '');
  return found ? `${found.name}=${found.value}` : null;
}

function expectTurnedBack(answer: Answer, why: ProviderProblem): void {
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/scrivania/accesso?problema=${why}`]);
  expect(sessionIn(answer)).toBeNull();
}

const identities = () => desk.database.read.select().from(desk.database.tables.staffIdentities);

async function setState(id: string, state: 'suspended' | 'active'): Promise<void> {
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ state }).where(eq(staff.id, id))));
}

describe('through the union’s own provider', () => {
  test('the way there asks for a code with PKCE, state and nonce, and leaves a cookie that scripts cannot read', async () => {
    const answer = await desk.app.inject({ url: '/api/v1/staff/oidc/start' });
    const asked = new URL(String(answer.headers.location)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', client_id: 'sportello', redirect_uri: callback, scope: 'openid email profile', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
    expect(answer.cookies).toMatchObject([{ name: 'sportello-provider', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 300 }]);
    expect(asked.toString()).not.toContain(answer.cookies[0]?.value);
    const { signInChallenges } = desk.database.tables;
    expect(JSON.stringify(await desk.database.read.select().from(signInChallenges))).not.toContain(asked.get('state'));
  });

  test('somebody with a checked address signs in; the desk asks for no second factor of its own', async () => {
    const answer = await signIn(somebody(), { returnTo: '/scrivania/oggi?giorno=2026-12-01' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/scrivania/oggi?giorno=2026-12-01']);
    const session = await askAs(desk, sessionIn(answer), 'GET', '/staff/session');
    expect(session.json()).toMatchObject({ id: ada.id, session: { state: 'open' } });
    expect((await askAs(desk, sessionIn(answer), 'GET', '/staff/sessions')).json().items).toMatchObject([{ proofs: ['provider'] }]);
  });

  test('after the first time it is the identity that counts, whatever the address has become', async () => {
    const who = somebody();
    await signIn(who);
    expect(sessionIn(await signIn({ ...who, email: 'altro@example.org', email_verified: false }))).not.toBeNull();
    const { auditEntries } = desk.database.tables;
    const entries = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.staffId, ada.id)).orderBy(desc(auditEntries.id));
    expect(entries.map(({ action }) => action).toSorted()).toEqual(['change', 'sign-in', 'sign-in']);
  });

  test('an address is found whatever its capitals', async () => {
    expect(sessionIn(await signIn(somebody({ email: ada.email.toUpperCase() })))).not.toBeNull();
    expect(sessionIn(await signIn(somebody({ email: (await addMember(desk, { role: 'operator', email: 'mario.bianchi@example.org' })).email, email_verified: 'true' })))).not.toBeNull();
  });

  test('somebody invited becomes active, and their link is over', async () => {
    const admin = sessionIn(await signIn(somebody({ email: (await addMember(desk, { role: 'admin' })).email })));
    const email = 'invitata@example.org';
    const { id } = (await askAs(desk, admin, 'POST', '/staff/members', { email, given_name: 'Ida', family_name: 'Invitata', role: 'operator' })).json();
    const token = tokenIn((await mailOf(desk)).find(({ to }) => to === email));
    const session = sessionIn(await signIn(somebody({ email })));
    expect((await askAs(desk, session, 'GET', '/staff/session')).json()).toMatchObject({ id, has_password: false });
    expectProblem(await linkOf(desk, token).use(), 'link-over');
  });

  test('how long ago they signed in there counts as it does here, and who is signed in already is asked anew', async () => {
    const who = somebody();
    const browser = new Map<string, string>();
    const come = async (before: string | null) => {
      const way = await desk.app.inject({ url: '/api/v1/staff/oidc/start', headers: before ? { cookie: before } : {} });
      const cookie = way.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const asked = there.signIns();
      const session = sessionIn(await comeBack(await there.signIn(String(way.headers.location), who, browser), cookie));
      const { authenticated_at } = (await askAs(desk, session, 'GET', '/staff/session')).json().session;
      return { session, wasAsked: there.signIns() > asked, ago: desk.clock.now() - Date.parse(authenticated_at) };
    };
    const first = await come(null);
    expect(first).toMatchObject({ wasAsked: true });
    await delay(2_100); // the provider counts whole seconds of its own clock
    const second = await come(null);
    expect(second.wasAsked).toBe(false);
    expect(second.ago).toBeGreaterThanOrEqual(2_000);
    const third = await come(second.session);
    expect(third.wasAsked).toBe(true);
    expect(third.ago).toBeLessThan(second.ago);
  });

  test('the page to sign in shows its name', async () => {
    expect((await askAs(desk, null, 'GET', '/staff/sign-in-options')).json().provider).toEqual({ name: 'Account dell’Unione' });
  });
});

describe('nobody comes in', () => {
  test('without an account: none is ever made', async () => {
    expectTurnedBack(await signIn(somebody({ email: 'nessuno@example.org' })), 'no-account');
    expectTurnedBack(await signIn(somebody({ email: 'amministratore@example.org' })), 'no-account'); // of the demo
    expect((await identities()).some(({ subject }) => subject === `subject-${subjects}`)).toBe(false);
  });

  test.each([{ email_verified: false }, { email_verified: 'false' }, { email_verified: undefined }, { email: undefined }, { email: 'ada' }, { email: '' }])('by an address that was not checked: %j', async (change) => {
    expectTurnedBack(await signIn(somebody(change as Partial<Somebody>)), 'email-not-verified');
  });

  test('by a letter that only looks like another', async () => {
    const { email } = await addMember(desk, { role: 'operator', email: 'erika@example.org' });
    expectTurnedBack(await signIn(somebody({ email: email.replace('k', '\u212a') })), 'email-not-verified');
  });

  test('who is suspended, before and after the first time', async () => {
    const who = somebody();
    await setState(ada.id, 'suspended');
    expectTurnedBack(await signIn(who), 'account-suspended');
    await setState(ada.id, 'active');
    expect(sessionIn(await signIn(who))).not.toBeNull();
    await setState(ada.id, 'suspended');
    expectTurnedBack(await signIn(who), 'account-suspended');
  });

  test('to whom the provider gave the address of somebody else', async () => {
    expect(sessionIn(await signIn(somebody()))).not.toBeNull();
    expectTurnedBack(await signIn(somebody()), 'no-account');
  });

  test('who says no at the provider', async () => {
    expectTurnedBack(await signIn(somebody({ refuses: true })), 'provider-refused');
  });

  test('a second time with one answer of the provider', async () => {
    const { address, cookie } = await start();
    const back = await there.signIn(address, somebody());
    expect(sessionIn(await comeBack(back, cookie))).not.toBeNull();
    expectTurnedBack(await comeBack(back, cookie), 'sign-in-over');
  });

  test('a second time even at the same moment', async () => {
    const { address, cookie } = await start();
    const back = await there.signIn(address, somebody());
    const answers = await Promise.all([comeBack(back, cookie), comeBack(back, cookie), comeBack(back, cookie)]);
    expect(answers.filter((answer) => sessionIn(answer) !== null)).toHaveLength(1);
  });

  test('in another browser than the one that set out', async () => {
    const { address } = await start();
    const back = await there.signIn(address, somebody());
    expectTurnedBack(await comeBack(back, null), 'sign-in-over');
    expectTurnedBack(await comeBack(back, 'sportello-provider=anything'), 'sign-in-over');
    const eve = await start();
    expectTurnedBack(await comeBack(back, eve.cookie), 'provider-refused');
  });

  test('with a state of somebody’s own, without one, or with two', async () => {
    for (const state of ['forged', '', null]) {
      const { address, cookie } = await start();
      const back = await there.signIn(address, somebody());
      back.searchParams.delete('state');
      if (state !== null) back.searchParams.set('state', state);
      expectTurnedBack(await comeBack(back, cookie), 'provider-refused');
    }
    const { address, cookie } = await start();
    const back = await there.signIn(address, somebody());
    back.searchParams.append('state', back.searchParams.get('state') ?? '');
    expectTurnedBack(await comeBack(back, cookie), 'provider-refused');
  });

  test('with the code of another sign-in, or of nobody’s', async () => {
    const [one, other] = [await start(), await start()];
    const stolen = (await there.signIn(one.address, somebody())).searchParams.get('code') ?? '';
    const back = await there.signIn(other.address, somebody());
    back.searchParams.set('code', stolen);
    expectTurnedBack(await comeBack(back, other.cookie), 'provider-refused');
    const again = await start();
    const forged = await there.signIn(again.address, somebody());
    forged.searchParams.set('code', 'forged');
    expectTurnedBack(await comeBack(forged, again.cookie), 'provider-refused');
  });

  test('as from another provider', async () => {
    const { address, cookie } = await start();
    const back = await there.signIn(address, somebody());
    back.searchParams.set('iss', 'https://evil.example');
    expectTurnedBack(await comeBack(back, cookie), 'provider-refused');
  });

  test('more than five minutes later', async () => {
    const { address, cookie } = await start();
    const back = await there.signIn(address, somebody());
    desk.clock.pass(5);
    expectTurnedBack(await comeBack(back, cookie), 'sign-in-over');
  });

  test('by nothing at all', async () => {
    expectTurnedBack(await comeBack(new URL(callback), null), 'sign-in-over');
    const { cookie } = await start();
    expectTurnedBack(await comeBack(new URL(callback), cookie), 'provider-refused');
  });

  test('with a weaker sign-in than the desk requires', async () => {
    const member = await addMember(strict, { role: 'operator', email: 'forte@example.org' });
    const who = { sub: 'strength', email: member.email, email_verified: true };
    expect(new URL((await start(strict)).address).searchParams.get('acr_values')).toBe('strong');
    expectTurnedBack(await signIn({ ...who, acr: 'weak' }, { on: strict }), 'provider-too-weak');
    expectTurnedBack(await signIn(who, { on: strict }), 'provider-too-weak');
    expect(sessionIn(await signIn({ ...who, acr: 'strong' }, { on: strict }))).not.toBeNull();
  });
});

test.each(['//evil.example', 'https://evil.example/scrivania', '/\\evil.example', '/scrivania/../..//evil.example', '/scrivania/%2e%2e/x', '/api/v1/staff/session', 'javascript:alert(1)', '/scrivania\r\nx: y'])('whoever is sent to %j afterwards comes to the desk instead', async (returnTo) => {
  expect((await signIn(somebody(), { returnTo })).headers.location).toBe('/scrivania');
});

test('whoever came in by the provider more than ten minutes ago signs in again before they add a factor of the desk', async () => {
  const before = sessionIn(await signIn(somebody()));
  desk.clock.pass(11);
  const session = sessionIn(await askAs(desk, before, 'POST', '/staff/session/renewal', {}));
  for (const path of ['/staff/profile/totp', '/staff/profile/passkey-options']) expectProblem(await askAs(desk, session, 'POST', path, {}), 'fresh-sign-in-needed');
});

test('who is turned back still comes where they wanted to go by another way', async () => {
  const answer = await signIn(somebody({ refuses: true }), { returnTo: '/unione/registro?azione=reveal' });
  expect(answer.headers.location).toBe(`/scrivania/accesso?problema=provider-refused&torna=${encodeURIComponent('/unione/registro?azione=reveal')}`);
});

test('who was turned back can be asked anew, for the provider may know them by another account', async () => {
  const address = async (query: string) => String((await desk.app.inject({ url: `/api/v1/staff/oidc/start${query}` })).headers.location);
  expect(new URL(await address('?anew=yes')).searchParams.get('prompt')).toBe('login');
  expect(new URL(await address('')).searchParams.get('prompt')).toBeNull();
});

test('a session that was open in this browser before is ended', async () => {
  const who = somebody();
  const before = sessionIn(await signIn(who));
  const { address, cookie } = await start();
  const answer = await comeBack(await there.signIn(address, who), `${cookie}; ${before}`);
  expect(sessionIn(answer)).not.toBeNull();
  expectProblem(await askAs(desk, before, 'GET', '/staff/session'), 'session-over');
});

test('on https the cookie cannot come from a neighbour', async () => {
  const secure = await openDesk({ staffProvider: settings, publicUrl: 'https://sportello.example.org' });
  const answer = await secure.app.inject({ url: '/api/v1/staff/oidc/start' });
  expect(answer.cookies).toMatchObject([{ name: '__Host-sportello-provider', secure: true, path: '/' }]);
  await secure.close();
});

test('without a provider there is no such way', async () => {
  const plain = await openDesk();
  for (const url of ['/api/v1/staff/oidc/start', '/api/v1/staff/oidc/callback?code=x&state=y']) expectProblem(await plain.app.inject({ url }), 'not-found');
  await plain.close();
});

test('while the provider is down the page to sign in says so, and once it is back it works', async () => {
  const down = await startProvider(callback);
  const closed = await openDesk({ staffProvider: { ...settings, issuer: down.issuer } });
  await down.close();
  for (let i = 0; i < 2; i += 1) expectTurnedBack(await closed.app.inject({ url: '/api/v1/staff/oidc/start' }), 'provider-unavailable');
  const back = await startProvider(callback, { port: Number(new URL(down.issuer).port) });
  expect((await closed.app.inject({ url: '/api/v1/staff/oidc/start' })).headers.location).toContain(`${back.issuer}/auth?`);
  await closed.close();
  await back.close();
});

test('a provider that goes down half way is told apart from one that says no', async () => {
  const falling = await startProvider(callback);
  const on = await openDesk({ staffProvider: { ...settings, issuer: falling.issuer } });
  const answer = await on.app.inject({ url: '/api/v1/staff/oidc/start' });
  const back = await falling.signIn(String(answer.headers.location), somebody());
  await falling.close();
  expectTurnedBack(await comeBack(back, answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '), on), 'provider-unavailable');
  await on.close();
});

describe('the client by itself', () => {
  const party = () => ({ ...settings, redirectUri: callback });

  async function underway() {
    const client = oidcClient(party());
    const beginning = await client.begin();
    if (!beginning.ok) throw beginning.error;
    const back = await there.signIn(beginning.address, somebody());
    return { client, expected: beginning.expected, query: back.search.slice(1) };
  }

  test('gives the claims of the id token and of the userinfo endpoint', async () => {
    const { client, expected, query } = await underway();
    expect(await client.finish(query, expected)).toMatchObject({ ok: true, issuer: there.issuer, claims: { email: ada.email, email_verified: true, nonce: expected.nonce } });
  });

  test.each(['state', 'nonce', 'verifier'] as const)('refuses an answer to another %s', async (what) => {
    const { client, expected, query } = await underway();
    expect(await client.finish(query, { ...expected, [what]: 'x'.repeat(43) })).toMatchObject({ ok: false, why: 'refused' });
  });

  test('refuses a wrong secret of the desk as a refusal', async () => {
    const { expected, query } = await underway();
    expect(await oidcClient({ ...party(), clientSecret: 'another' }).finish(query, expected)).toMatchObject({ ok: false, why: 'refused' });
  });

  test('each way there is new', async () => {
    const client = oidcClient(party());
    const ways = [await client.begin(), await client.begin()].map((way) => (way.ok ? Object.values(way.expected) : []));
    expect(new Set(ways.flat()).size).toBe(6);
  });
});
