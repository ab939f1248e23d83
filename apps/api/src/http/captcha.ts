import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import type { CaptchaChallenge } from '@sportello/contract';
import type { Payload } from 'altcha-lib/v1/types';

/**
 * Proof of work in ALTCHA's format, without its service: the visitor's machine looks for a number, we only sign the
 * question. The format is the first one (a hash to be found), which the widget of every version and the libraries of
 * every language solve; the second one is known only to those of 2026.
 *
 * On the wire: `challenge` is `{ algorithm: 'SHA-256', challenge, maxnumber, salt, signature }`, all strings but
 * `maxnumber`; find the whole number from 0 to `maxnumber` for which the hex SHA-256 of salt + number in decimal is
 * `challenge`. The solution is base64 of the JSON `{ algorithm, challenge, number, salt, signature }`.
 */

export type CaptchaVerdict =
  | { ok: true; id: string; expiresAt: number }
  | { ok: false; why: 'malformed' | 'bad-signature' | 'expired' | 'wrong' };

export interface Captcha {
  /** A new challenge, good for five minutes. */
  challenge(): Promise<CaptchaChallenge>;
  /**
   * Judges what a client sent; never throws for it. A right solution stays right until it expires: the caller keeps
   * `id` until `expiresAt` (ms since the epoch) and takes each one once.
   */
  verify(solution: string): Promise<CaptchaVerdict>;
}

const validMilliseconds = 5 * 60_000;

/**
 * The largest number it may be: on average half as many hashes are needed. A slow phone makes some 40,000 a second in
 * the ALTCHA benchmark (Galaxy A14), one of 2018 about half: 1 s on average and 2 s at worst, with a single worker.
 */
const defaultDifficulty = 40_000;

/** A solution has about 400 characters; whatever is much longer is not even decoded. */
const maxSolutionLength = 2_000;

/** As `createChallenge` writes it. Strict, because whatever moves between salt and number hashes the same. */
const saltLayout = /^[0-9a-f]{24}\?expires=([0-9]{1,12})&$/;
const sha256Hex = /^[0-9a-f]{64}$/;

interface CaptchaOptions {
  /** The installation key. The one that signs is derived from it, so no signature here is a token elsewhere. */
  key: string | Buffer;
  /** Milliseconds since the epoch. */
  now: () => number;
  difficulty?: number;
}

export function createCaptcha({ key, now, difficulty = defaultDifficulty }: CaptchaOptions): Captcha {
  if (key.length === 0) throw new Error('The captcha needs an installation key.');
  const hmacKey = Buffer.from(hkdfSync('sha256', key, '', 'captcha challenge', 32)).toString('hex');

  async function challenge(): Promise<CaptchaChallenge> {
    // The salt carries whole seconds: rounded up, so that it is good for five minutes at least.
    const expires = new Date(Math.ceil((now() + validMilliseconds) / 1000) * 1000);
    const made = await createChallenge({ algorithm: 'SHA-256', hmacKey, maxnumber: difficulty, saltLength: 12, expires });
    return { ...made, maxnumber: difficulty };
  }

  async function verify(solution: string): Promise<CaptchaVerdict> {
    const payload = payloadOf(solution);
    if (!payload) return { ok: false, why: 'malformed' };
    if (!isSigned(payload, hmacKey)) return { ok: false, why: 'bad-signature' };
    const expiresAt = expiryOf(payload.salt);
    if (now() >= expiresAt) return { ok: false, why: 'expired' };
    // Expiry is judged above, by our clock; the library would ask the system's.
    const isRight = await verifySolution(payload, hmacKey, false);
    return isRight ? { ok: true, id: payload.challenge, expiresAt } : { ok: false, why: 'wrong' };
  }

  return { challenge, verify };
}

function payloadOf(solution: string): Payload | null {
  if (solution.length > maxSolutionLength) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(solution, 'base64').toString('utf8'));
    return isPayload(value) ? value : null;
  } catch {
    return null;
  }
}

/** More members (`took`, `maxnumber`) are what some clients send along; they decide nothing. */
function isPayload(value: unknown): value is Payload {
  if (typeof value !== 'object' || value === null) return false;
  const { algorithm, challenge, number, salt, signature }: Partial<Record<keyof Payload, unknown>> = value;
  return (
    algorithm === 'SHA-256' &&
    matches(challenge, sha256Hex) &&
    matches(signature, sha256Hex) &&
    matches(salt, saltLayout) &&
    Number.isSafeInteger(number) &&
    Number(number) >= 0
  );
}

function matches(value: unknown, layout: RegExp): boolean {
  return typeof value === 'string' && layout.test(value);
}

/** The library compares too, but neither in constant time nor apart from the number. */
function isSigned({ challenge, signature }: Payload, hmacKey: string): boolean {
  const expected = createHmac('sha256', hmacKey).update(challenge).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

/** Milliseconds since the epoch. The salt is covered by the challenge that is signed. */
function expiryOf(salt: string): number {
  return Number(saltLayout.exec(salt)?.[1]) * 1000;
}
