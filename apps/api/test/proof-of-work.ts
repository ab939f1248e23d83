import type { CaptchaChallenge } from '@sportello/contract';
import { createHash } from 'node:crypto';

/** The solution of a challenge in ALTCHA's format, found the way a visitor's machine finds it. */
export function solve({ algorithm, challenge, maxnumber, salt, signature }: CaptchaChallenge): string {
  for (let number = 0; number <= maxnumber; number += 1) {
    if (createHash('sha256').update(salt + number).digest('hex') === challenge) return solutionOf({ algorithm, challenge, number, salt, signature });
  }
  throw new Error('nobody can solve this challenge');
}

export function solutionOf(parts: object): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64');
}
