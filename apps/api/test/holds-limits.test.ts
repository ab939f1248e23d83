import type { CaptchaChallenge, Hold } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted, without } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { solutionOf, solve } from './proof-of-work.ts';

// One address may hold some times at once; from five on it proves some work, and twenty are enough.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let starts: string[];

beforeAll(async () => {
  desk = await openEmptyDesk({ limitFactor: 1 });
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  starts = await citizen.starts(video, '2026-12-02', '2026-12-31');
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

let visitors = 0;

/** Somebody at an address of their own, who asks for one free time after the other. */
function visitor(address = `192.0.2.${(visitors += 1)}`, { at = citizen, free = starts } = {}) {
  let next = 0;
  const post = (startsAt: string | undefined, body: object = {}, sent: object = {}) => at.post('/holds', { ...video, starts_at: startsAt, ...body }, { remoteAddress: address, ...sent });
  return {
    address,
    post,
    hold: (body: object = {}, sent: object = {}) => post(free[next++], body, sent),
    async holdMany(count: number): Promise<Hold[]> {
      const held: Hold[] = [];
      for (let made = 0; made < count; made += 1) held.push(got<Hold>(await post(free[next++]), 201));
      return held;
    },
    async challenge(): Promise<CaptchaChallenge> {
      const { challenge } = expectProblem(await post(free[next]), 'captcha-required');
      if (!challenge) throw new Error('no challenge');
      return challenge;
    },
  };
}

describe('from five live holds on', () => {
  test('a sixth needs a proof of work, and with it is had', async () => {
    const many = visitor();
    await many.holdMany(5);
    const challenge = await many.challenge();
    expect(challenge).toEqual({
      algorithm: 'SHA-256',
      challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
      maxnumber: expect.any(Number),
      salt: expect.any(String),
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const sixth = await many.hold({ captcha: solve(challenge) });
    expect(sixth.statusCode).toBe(201);
    expect(sixth.json()).not.toHaveProperty('captcha');
  });

  test('the same request with the same key goes through once it is solved', async () => {
    const many = visitor();
    await many.holdMany(5);
    const key = newKey();
    const { challenge } = expectProblem(await many.post(starts[20], {}, { key }), 'captcha-required');
    const answer = await many.post(starts[20], { captcha: challenge && solve(challenge) }, { key });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers).not.toHaveProperty('idempotency-replayed');
  });

  test('each solution is good for one hold', async () => {
    const many = visitor();
    await many.holdMany(5);
    const captcha = solve(await many.challenge());
    expect((await many.hold({ captcha })).statusCode).toBe(201);
    expectProblem(await many.hold({ captcha }), 'captcha-required');
  });

  test('a solution is not spent by a time that somebody else took', async () => {
    const many = visitor();
    await many.holdMany(5);
    await visitor().post(starts[30]);
    const captcha = solve(await many.challenge());
    expectProblem(await many.post(starts[30], { captcha }), 'slot-taken');
    expect((await many.hold({ captcha })).statusCode).toBe(201);
  });

  test('a solution is good for five minutes', async () => {
    const many = visitor();
    await many.holdMany(5);
    const [first, second] = [await many.challenge(), await many.challenge()];
    desk.clock.set('2026-12-01T08:04:59+01:00');
    expect((await many.hold({ captcha: solve(first) })).statusCode).toBe(201);
    desk.clock.set('2026-12-01T08:05:01+01:00');
    expectProblem(await many.hold({ captcha: solve(second) }), 'captcha-required');
  });

  test.each<[string, (challenge: CaptchaChallenge) => string]>([
    ['not solved', (challenge) => solutionOf({ ...without(challenge, 'maxnumber'), number: -1 })],
    ['a guess', (challenge) => solutionOf({ ...challenge, number: challenge.maxnumber + 1 })],
    ['of an own question', (challenge) => solve({ ...challenge, challenge: '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9', salt: '', maxnumber: 1 })],
    ['no solution at all', () => 'solved'],
    ['empty', () => ' '.trim()],
    ['something else in base64', () => solutionOf([1, 2, 3])],
  ])('a solution that is %s is refused with a new challenge', async (_, solution) => {
    const many = visitor();
    await many.holdMany(5);
    const first = await many.challenge();
    const { challenge } = expectProblem(await many.hold({ captcha: solution(first) }), 'captcha-required');
    expect(challenge?.challenge).not.toBe(first.challenge);
  });

  test('a solution is a text', async () => {
    for (const captcha of [5, true, {}, 'a b', 'x'.repeat(5000)]) expectInvalid(await visitor().hold({ captcha }), '/captcha');
  });

  test('a hold that was let go, confirmed or ended counts no more', async () => {
    const many = visitor();
    const [first, second] = await many.holdMany(5);
    await many.challenge();
    await citizen.remove(`/holds/${first?.id}`, { token: first?.token });
    expect((await many.hold()).statusCode).toBe(201);
    await many.challenge();
    if (second) await citizen.confirm(second);
    expect((await many.hold()).statusCode).toBe(201);
    await many.challenge();
    desk.clock.pass(10);
    expect((await many.hold()).statusCode).toBe(201);
  });

  test('who exchanges a hold for another is not asked: it makes none more', async () => {
    const many = visitor();
    const held = await many.holdMany(5);
    expect((await many.hold({}, { token: held[0]?.token })).statusCode).toBe(201);
    await many.challenge();
  });

  test('others are not asked', async () => {
    const many = visitor();
    await many.holdMany(5);
    await many.challenge();
    expect((await visitor().post(starts[40])).statusCode).toBe(201);
  });

  test('neighbours in one IPv6 network of a home count as one', async () => {
    await visitor('2001:db8:1:2::1').holdMany(5);
    expectProblem(await visitor('2001:db8:1:2:ffff::9').post(starts[40]), 'captcha-required');
    expect((await visitor('2001:db8:1:3::1').post(starts[40])).statusCode).toBe(201);
  });

  test('asking for all at once does not help', async () => {
    const many = visitor();
    const answers = await Promise.all(starts.slice(0, 9).map((start) => many.post(start)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(5);
  });
});

test('with twenty live holds no work helps: wait', async () => {
  const many = visitor();
  await many.holdMany(5);
  for (let held = 5; held < 20; held += 1) expect((await many.hold({ captcha: solve(await many.challenge()) })).statusCode).toBe(201);
  const answer = await many.hold();
  expectProblem(answer, 'too-many-requests');
  expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1);
});

test.each([
  ['0.4, the work begins at the third hold', 0.4, 2, 'captcha-required'],
  ['2, the work begins at the eleventh', 2, 10, 'captcha-required'],
  ['0, there is no limit', 0, 24, null],
] as const)('with LIMIT_FACTOR %s', async (_, limitFactor, free, refusal) => {
  const other = await openEmptyDesk({ limitFactor });
  try {
    const at = citizenOf(other);
    video = await at.wanted();
    const many = visitor('192.0.2.200', { at, free: await at.starts(video, '2026-12-02', '2026-12-31') });
    await many.holdMany(free);
    const next = await many.hold();
    if (refusal === null) expect(next.statusCode).toBe(201);
    else expectProblem(next, refusal);
  } finally {
    await other.close();
    video = await citizen.wanted();
  }
});
