import type { Clock } from '../../clock.ts';

const windowMilliseconds = 60_000;

export interface Pace {
  readonly resetSeconds: number;
  readonly isTooFast: boolean;
}

/** Counts what each key asks in a minute, in this process. `most` 0: nobody is counted. */
export function keyPace(clock: Clock, most: number): (keyId: string) => Pace | null {
  const counted = new Map<string, { since: number; count: number }>();

  return (keyId) => {
    if (most === 0) return null;
    const now = clock.now();
    const known = counted.get(keyId);
    const present = known && now - known.since < windowMilliseconds ? known : { since: now, count: 0 };
    present.count += 1;
    counted.set(keyId, present);
    const resetSeconds = Math.ceil((present.since + windowMilliseconds - now) / 1000);
    return { resetSeconds, isTooFast: present.count > most };
  };
}
