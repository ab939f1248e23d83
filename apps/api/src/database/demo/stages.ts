import type { Channel } from './content/shape.ts';

/** Where somebody stands at the desk, and since when; epoch milliseconds. */
export interface Stage {
  readonly state: 'confirmed' | 'arrived' | 'in_progress' | 'served' | 'missed';
  readonly arrivedAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

const minute = 60_000;
/** So long before the time of their appointment people are there. */
const early = 30 * minute;
const expected: Stage = { state: 'confirmed', arrivedAt: null, startedAt: null, endedAt: null };

/**
 * Where people stand as the present time suggests. Whose time it is now has begun, is late, or waits; who is next waits
 * or is yet to come: each in turn, so that the board shows all of them. By phone and at home nobody arrives.
 */
export function stages(now: number): (of: { channel: Channel; startsAt: number; endsAt: number }, place: number) => Stage {
  let underWay = 0;
  let soon = 0;
  return ({ channel, startsAt, endsAt }, place) => {
    const arrives = channel === 'desk' || channel === 'video';
    const arrivedAt = arrives ? startsAt - 6 * minute : null;
    if (endsAt <= now) return place % 4 === 3 ? { ...expected, state: 'missed' } : { state: 'served', arrivedAt, startedAt: startsAt + minute, endedAt: endsAt - 2 * minute };
    if (startsAt <= now) {
      const turn = underWay++ % 3;
      if (turn === 0) return { state: 'in_progress', arrivedAt, startedAt: startsAt, endedAt: null };
      return turn === 1 && arrives ? { ...expected, state: 'arrived', arrivedAt } : expected;
    }
    const isHere = arrives && startsAt - now <= early && soon++ % 2 === 0;
    return isHere ? { ...expected, state: 'arrived', arrivedAt: now - 4 * minute } : expected;
  };
}
