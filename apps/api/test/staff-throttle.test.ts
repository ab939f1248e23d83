import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaptchaChallenge } from '@sportello/contract';
import { createCaptcha } from '../src/http/captcha.ts';
import { signInThrottle, type Throttle } from '../src/identity/throttle.ts';
import { type Desk, openBeside, openDesk, testSecrets } from './app.ts';
import { expectProblem } from './expect-problem.ts';
import { solve } from './proof-of-work.ts';
import { addMember, askAs, type TestMember } from './staff-app.ts';
import { beginSignIn, cheapHash, codeOf, cookieFrom, countScrypt, enrolTotp, forgetFailures, givePassword, goodPassword, knock, showCode, signIn } from './staff-ways-in.ts';

let desk: Desk;
let ada: TestMember;
/** The same counts as those of the server, without the passwords. */
let throttle: Throttle;

beforeAll(async () => {
  desk = await openDesk();
  throttle = signInThrottle({ ...desk, secrets: testSecrets, captcha: createCaptcha({ key: 'not the one of the server', now: () => desk.clock.now() }) });
});
beforeEach(async () => {
  await desk.clear();
  await forgetFailures(desk);
  ada = await addMember(desk, { role: 'operator', allOffices: true });
  await givePassword(desk, ada, cheapHash());
});
afterAll(() => desk.close());

const wrong = (email: string, address?: string) => signIn(desk, email, 'graffetta batteria cavallo', address ? { address } : {});

/** Failures that cost no scrypt: as many for this account and client. */
async function failures(howMany: number, whose: (at: number) => { email: string; address: string }): Promise<void> {
  for (let at = 0; at < howMany; at += 1) await throttle.tryPassword(whose(at));
}

const network = (at: number) => `198.51.${Math.floor(at / 200)}.${at % 200}`;

describe('too many failures', () => {
  test('the sixth for an account from one client is refused without a look at the password, which is right', async () => {
    for (let at = 0; at < 5; at += 1) expectProblem(await wrong(ada.email), 'wrong-credentials');
    let answer = await askAs(desk, null, 'GET', '/staff/session');
    expect(await countScrypt(async () => void (answer = await signIn(desk, ada.email, goodPassword)))).toBe(0);
    expectProblem(answer, 'too-many-requests');
    expect(Number(answer.headers['retry-after'])).toBe(900);
  });

  test('are over after a quarter of an hour', async () => {
    await failures(5, () => ({ email: ada.email, address: '127.0.0.1' }));
    desk.clock.pass(14.9);
    const answer = await signIn(desk, ada.email, goodPassword);
    expectProblem(answer, 'too-many-requests');
    expect(Number(answer.headers['retry-after'])).toBe(6);
    desk.clock.pass(0.1);
    expect((await signIn(desk, ada.email, goodPassword)).statusCode).toBe(200);
  });

  test('tell nothing of whether the account exists', async () => {
    const answers = [];
    for (const email of [ada.email, 'nobody@example.org']) {
      await failures(5, () => ({ email, address: '127.0.0.1' }));
      answers.push({ ...expectProblem(await wrong(email), 'too-many-requests'), instance: null });
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test('for one account from one client leave its owner alone, who is elsewhere', async () => {
    await failures(5, () => ({ email: ada.email, address: '198.51.100.7' }));
    expect((await signIn(desk, ada.email, goodPassword, { address: '203.0.113.9' })).statusCode).toBe(200);
  });

  test('for one account from many clients end at thirty', async () => {
    await failures(30, (at) => ({ email: ada.email, address: network(at) }));
    expectProblem(await signIn(desk, ada.email, goodPassword, { address: '203.0.113.9' }), 'too-many-requests');
  });

  test('of one client over many accounts end at twenty: spraying one password', async () => {
    await failures(20, (at) => ({ email: `somebody${at}@example.org`, address: '198.51.100.7' }));
    expectProblem(await signIn(desk, ada.email, goodPassword, { address: '198.51.100.7' }), 'too-many-requests');
    expect((await signIn(desk, ada.email, goodPassword, { address: '198.51.100.8' })).statusCode).toBe(200);
  });

  test('of one IPv6 home are those of one client, whichever address it takes', async () => {
    await failures(20, (at) => ({ email: `somebody${at}@example.org`, address: `2001:db8:1:2::${at + 1}` }));
    expectProblem(await signIn(desk, ada.email, goodPassword, { address: '2001:db8:1:2:ffff::1' }), 'too-many-requests');
  });

  test('cannot be had by asking for all of them at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(ada.email)));
    const said = answers.map(({ statusCode }) => statusCode).sort();
    expect(said).toEqual([...Array(5).fill(401), ...Array(7).fill(429)]);
  });

  test('are counted by all processes together', async () => {
    const beside = await openBeside(desk);
    await failures(5, () => ({ email: ada.email, address: '127.0.0.1' }));
    expectProblem(await signIn(beside, ada.email, goodPassword), 'too-many-requests');
    await beside.close();
  });

  test('are not switched off by the capital letters of an address', async () => {
    await failures(5, () => ({ email: ada.email.toUpperCase(), address: '127.0.0.1' }));
    expectProblem(await signIn(desk, ada.email, goodPassword), 'too-many-requests');
  });

  test('are kept as keyed digests only', async () => {
    await failures(1, () => ({ email: ada.email, address: '198.51.100.7' }));
    const rows = JSON.stringify(await desk.database.read.select().from(desk.database.tables.signInFailures));
    expect(rows).not.toContain('@');
    expect(rows).not.toContain('198.51');
  });
});

describe('a success', () => {
  test('forgets the failures of that account from that client, and no others', async () => {
    await failures(4, () => ({ email: ada.email, address: '127.0.0.1' }));
    await failures(14, (at) => ({ email: `somebody${at}@example.org`, address: '127.0.0.1' }));
    expect((await signIn(desk, ada.email, goodPassword)).statusCode).toBe(200);
    await failures(2, () => ({ email: ada.email, address: '127.0.0.1' })); // of its five, as if there had been none; the client's last two
    expectProblem(await signIn(desk, ada.email, goodPassword), 'too-many-requests');
    expect((await signIn(desk, ada.email, goodPassword, { address: '203.0.113.9' })).statusCode).toBe(200);
  });

  test('with the password alone, while the code is still to come, forgets nothing', async () => {
    const cookie = cookieFrom(await signIn(desk, ada.email, goodPassword)) ?? '';
    const { seed } = await enrolTotp(desk, cookie);
    for (let at = 0; at < 5; at += 1) expectProblem(await showCode(desk, await beginSignIn(desk, ada), '000000'), 'wrong-code');
    expectProblem(await signIn(desk, ada.email, goodPassword), 'too-many-requests');
    desk.clock.pass(15);
    expect((await showCode(desk, await beginSignIn(desk, ada), codeOf(desk, seed))).statusCode).toBe(200);
  });

  test('is no failure: more sign in at once from one address than may fail', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(desk, ada.email, goodPassword)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(200));
  });
});

describe('when sign-ins fail everywhere', () => {
  beforeEach(async () => {
    await failures(200, (at) => ({ email: `somebody${at}@example.org`, address: network(at) }));
  });

  async function challengeFor(answer: Awaited<ReturnType<typeof signIn>>): Promise<CaptchaChallenge> {
    const { challenge, detail } = expectProblem(answer, 'captcha-required');
    expect(detail).toMatch(/falliscono molti accessi/);
    if (!challenge) throw new Error('no challenge');
    return challenge;
  }

  test('each one must show some work, also with the right password; nobody is locked out', async () => {
    let answer = await askAs(desk, null, 'GET', '/staff/session');
    expect(await countScrypt(async () => void (answer = await signIn(desk, ada.email, goodPassword)))).toBe(0);
    const captcha = solve(await challengeFor(answer));
    expect((await signIn(desk, ada.email, goodPassword, { captcha })).statusCode).toBe(200);
  });

  test('a work is good for one sign-in, also for two at once', async () => {
    const captcha = solve(await challengeFor(await wrong(ada.email)));
    const answers = await Promise.all([wrong(ada.email), signIn(desk, ada.email, 'graffetta', { captcha }), signIn(desk, 'nobody@example.org', 'graffetta', { captcha, address: '203.0.113.4' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([401, 403, 403]);
  });

  test('requests for a new password need it too', async () => {
    const answer = await knock(desk, '/staff/password-resets', { email: ada.email });
    const captcha = solve(await challengeFor(answer));
    expect((await knock(desk, '/staff/password-resets', { email: ada.email, captcha })).statusCode).toBe(202);
    expectProblem(await knock(desk, '/staff/password-resets', { email: ada.email, captcha }), 'captcha-required');
  });

  test.each(['nonsense', Buffer.from('{}').toString('base64')])('%s is no work', async (captcha) => {
    expectProblem(await signIn(desk, ada.email, goodPassword, { captcha }), 'captcha-required');
  });

  test('it is over with the quarter of an hour', async () => {
    desk.clock.pass(15);
    expect((await signIn(desk, ada.email, goodPassword)).statusCode).toBe(200);
  });
});
