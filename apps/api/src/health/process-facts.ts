import { keyNameOf, type SealingKeys } from '../sealing.ts';
import type { Secrets } from '../secrets.ts';

/** What a process says of itself. */
export interface ProcessFacts {
  readonly id: string;
  readonly role: 'all' | 'web' | 'worker';
  readonly machine: string;
  readonly version: string;
  /** Names of its keys, which say nothing of them: processes of one installation have the same. */
  readonly keys: string;
  /** How far the desk's clock is shifted against the machine's, in milliseconds: demo mode alone. */
  readonly shiftMilliseconds: number;
}

/** The key of links and the sealing key in force, by name. */
export function nameKeys(secrets: Secrets, sealingKeys: SealingKeys): string {
  const [first] = typeof sealingKeys === 'function' ? sealingKeys() : sealingKeys;
  return `${secrets.digest('name of the link key', '').slice(0, 12)} ${first ? keyNameOf(first) : ''}`;
}

/** Whether nobody drew this key by chance: it repeats a few bytes, as one that was typed in does. */
export function isGuessable(key: Buffer): boolean {
  return new Set(key).size < Math.min(16, key.length / 2);
}
