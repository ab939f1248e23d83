import { createHash, createHmac } from 'node:crypto';
import { solveChallenge } from 'altcha-lib/v1';
import { describe, expect, it, test } from 'vitest';
import type { CaptchaChallenge } from '@sportello/contract';
import { createCaptcha } from './captcha.ts';

const start = Date.parse('2026-12-01T09:00:00.250Z');
const minute = 60_000;

describe('a solved challenge', () => {
  it('is accepted when the solver of the library found the number', async () => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const solved = await solveChallenge(challenge.challenge, challenge.salt, 'SHA-256', challenge.maxnumber).promise;
    expect(await captcha.verify(solutionOf(challenge, solved?.number))).toMatchObject({ ok: true });
  });

  it('is accepted when a plain loop found the number, at the difficulty of every day', async () => {
    const captcha = createCaptcha({ key: 'installation key', now: () => start });
    const challenge = await captcha.challenge();
    expect(await captcha.verify(solutionOf(challenge, numberOf(challenge)))).toEqual({
      ok: true,
      id: challenge.challenge,
      expiresAt: Date.parse('2026-12-01T09:05:01Z'),
    });
  });

  it('is accepted with the members that some clients add, and in URL-safe base64', async () => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const solution = encoded({ ...challenge, number: numberOf(challenge), took: 12 });
    expect(await captcha.verify(solution)).toMatchObject({ ok: true });
    expect(await captcha.verify(Buffer.from(solution, 'base64').toString('base64url'))).toMatchObject({ ok: true });
  });

  it('has the same id whenever it comes again, however it is written, so that it serves once', async () => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const number = numberOf(challenge);
    const first = await captcha.verify(solutionOf(challenge, number));
    const again = await captcha.verify(encoded({ took: 99, ...payloadOf(challenge, number) }));
    expect(again).toEqual(first);
    expect(await captcha.verify(await solvedBy(captcha))).not.toEqual(first);
  });

  it('is good for five minutes', async () => {
    const { captcha, clock } = aCaptcha();
    const solution = await solvedBy(captcha);
    clock.now += 5 * minute;
    expect(await captcha.verify(solution)).toMatchObject({ ok: true });
    clock.now += 1000;
    expect(await captcha.verify(solution)).toEqual({ ok: false, why: 'expired' });
  });

  it('is good after a restart with the same key, and worthless with another', async () => {
    const solution = await solvedBy(aCaptcha().captcha);
    expect(await aCaptcha().captcha.verify(solution)).toMatchObject({ ok: true });
    expect(await aCaptcha('another key').captcha.verify(solution)).toEqual({ ok: false, why: 'bad-signature' });
  });
});

describe('a challenge', () => {
  it('has the five members of the format, and says when it expires', async () => {
    const challenge = await aCaptcha().captcha.challenge();
    expect(challenge).toEqual({
      algorithm: 'SHA-256',
      challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
      maxnumber: 500,
      salt: expect.stringMatching(/^[0-9a-f]{24}\?expires=1796115901&$/), // 09:05:01Z
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('can be solved within its bound', async () => {
    const { captcha } = aCaptcha();
    for (let count = 0; count < 50; count += 1) {
      expect(numberOf(await captcha.challenge())).toBeLessThanOrEqual(500);
    }
  });

  it('is not signed with the installation key itself', async () => {
    const challenge = await aCaptcha('installation key').captcha.challenge();
    expect(createHmac('sha256', 'installation key').update(challenge.challenge).digest('hex')).not.toBe(
      challenge.signature,
    );
  });

  it('needs a key', () => {
    expect(() => createCaptcha({ key: '', now: () => start })).toThrow('installation key');
  });
});

describe('a solution that was tampered with is refused', () => {
  it('with another number', async () => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const solution = solutionOf(challenge, numberOf(challenge) + 1);
    expect(await captcha.verify(solution)).toEqual({ ok: false, why: 'wrong' });
  });

  it('with a later expiry', async () => {
    const { captcha, clock } = aCaptcha();
    const challenge = await captcha.challenge();
    const salt = challenge.salt.replace(/expires=\d+/, 'expires=9999999999');
    clock.now += 10 * minute;
    const solution = solutionOf({ ...challenge, salt }, numberOf(challenge));
    expect(await captcha.verify(solution)).toEqual({ ok: false, why: 'wrong' });
  });

  it('with characters moved between salt and number', async () => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const number = numberOf(challenge);
    const [nonce, parameters] = challenge.salt.split('?');
    for (const [salt, moved] of [
      [`${String(nonce)}?`, `${String(parameters)}${String(number)}`],
      [challenge.salt.slice(0, -1), `&${String(number)}`],
      [`${challenge.salt}${String(number).slice(0, 1)}`, Number(String(number).slice(1))],
      ['', `${challenge.salt}${String(number)}`],
    ]) {
      expect(await captcha.verify(encoded({ ...challenge, salt, number: moved }))).toEqual({
        ok: false,
        why: 'malformed',
      });
    }
  });

  it('with a challenge of its own making', async () => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const own = createHash('sha256').update(`${challenge.salt}1`).digest('hex');
    expect(await captcha.verify(solutionOf({ ...challenge, challenge: own }, 1))).toEqual({
      ok: false,
      why: 'bad-signature',
    });
  });

  test.each([
    ['another algorithm', { algorithm: 'SHA-1' }],
    ['a number in words', { number: '12' }],
    ['a fraction', { number: 1.5 }],
    ['a negative number', { number: -1 }],
    ['a number beyond what is exact', { number: 1e300 }],
    ['no salt', { salt: undefined }],
    ['a salt that is a list', { salt: ['0'.repeat(24)] }],
    ['a salt without expiry', { salt: '0'.repeat(24) }],
    ['an empty signature', { signature: '' }],
    ['a signature in capital letters', { signature: 'A'.repeat(64) }],
    ['a challenge that is an object', { challenge: {} }],
  ])('with %s', async (_what, change) => {
    const { captcha } = aCaptcha();
    const challenge = await captcha.challenge();
    const solution = encoded({ ...payloadOf(challenge, numberOf(challenge)), ...change });
    expect(await captcha.verify(solution)).toEqual({ ok: false, why: 'malformed' });
  });
});

test.each([
  '',
  ' ',
  'null',
  '{}',
  'not base64 at all: è ☃ \u0000',
  encoded(null),
  encoded(1),
  encoded('text'),
  encoded([]),
  encoded({}),
  encoded({ __proto__: null, constructor: 1 }),
  Buffer.from('{"algorithm":').toString('base64'),
  Buffer.from('['.repeat(1000)).toString('base64'),
  'A'.repeat(10_000),
  encoded({ algorithm: 'SHA-256', salt: '0'.repeat(7_500) }),
  '='.repeat(10_000),
])('garbage is refused without an error (%#)', async (garbage) => {
  expect(await aCaptcha().captcha.verify(garbage)).toEqual({ ok: false, why: 'malformed' });
});

function aCaptcha(key = 'installation key') {
  const clock = { now: start };
  return { clock, captcha: createCaptcha({ key, now: () => clock.now, difficulty: 500 }) };
}

async function solvedBy(captcha: ReturnType<typeof createCaptcha>): Promise<string> {
  const challenge = await captcha.challenge();
  return solutionOf(challenge, numberOf(challenge));
}

/** The work itself, as a client without any library does it. */
function numberOf({ challenge, salt, maxnumber = 0 }: CaptchaChallenge): number {
  for (let number = 0; number <= maxnumber; number += 1) {
    if (createHash('sha256').update(`${salt}${String(number)}`).digest('hex') === challenge) return number;
  }
  throw new Error('No number within the bound solves the challenge.');
}

function solutionOf(challenge: CaptchaChallenge, number: number | undefined): string {
  return encoded(payloadOf(challenge, number));
}

function payloadOf({ algorithm, challenge, salt, signature }: CaptchaChallenge, number: number | undefined) {
  return { algorithm, challenge, number, salt, signature };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}
