import type { Hold } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { bookable, desk, hold } from './booking.fixture.ts';
import { fitsChoice, heldFor } from './held-time.ts';

const end = Date.parse('2026-12-01T10:10:00+01:00');

describe('a held time', () => {
  it.each([
    [10 * 60_000, 10],
    [9 * 60_000 + 1, 10],
    [60_000, 1],
    [1, 1],
  ])('%i ms before its end has %i minutes left', (milliseconds, minutesLeft) => {
    expect(heldFor({ expires_at: '2026-12-01T10:10:00+01:00' }, end - milliseconds)).toEqual({ isLive: true, minutesLeft });
  });

  it('is over at its very end, and stays so', () => {
    expect(heldFor({ expires_at: '2026-12-01T10:10:00+01:00' }, end)).toEqual({ isLive: false, minutesLeft: 0 });
    expect(heldFor({ expires_at: '2026-12-01T10:10:00+01:00' }, end + 3_600_000)).toEqual({ isLive: false, minutesLeft: 0 });
  });

  it.each<[string, Partial<Hold>, boolean]>([
    ['the same choice', {}, true],
    ['another comune', { municipality_id: 'other' }, false],
    ['another channel', { channel: 'phone' }, false],
    ['another service', { service_id: 'other' }, false],
  ])('belongs to %s: %o', (_, change, fits) => {
    expect(fitsChoice({ ...hold, ...change }, bookable)).toBe(fits);
  });

  it('of a desk belongs to its place', () => {
    const there = { ...hold, channel: 'desk', place_id: 'place-1' } as const;
    expect(fitsChoice(there, desk)).toBe(true);
    expect(fitsChoice({ ...there, place_id: 'place-2' }, desk)).toBe(false);
    expect(fitsChoice(null, desk)).toBe(false);
  });
});
