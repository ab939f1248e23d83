import { describe, expect, it } from 'vitest';
import { headlineOf } from './headline.ts';

const shown = { starts_at: '2026-12-04T09:00:00+01:00', place: null };
const to = { starts_at: shown.starts_at, ends_at: '2026-12-04T09:30:00+01:00', place_id: null };
const moved = { kind: 'moved' as const, from: { ...to, starts_at: '2026-12-03T10:00:00+01:00' }, to };

describe('the title of the page', () => {
  it('tells a move, also where it waits for the office', () => {
    expect(headlineOf('confirmed', moved, shown)).toBe('moved');
    expect(headlineOf('pending', moved, shown)).toBe('moved');
  });

  it('no longer tells a move after which the appointment changed again', () => {
    expect(headlineOf('confirmed', moved, { ...shown, starts_at: '2026-12-05T09:00:00+01:00' })).toBeNull();
    expect(headlineOf('past', moved, shown)).toBeNull();
    expect(headlineOf('cancelled', moved, shown)).toBe('cancelled');
  });

  it('tells a proposal before all that came before it, and that it was accepted', () => {
    expect(headlineOf('pending', moved, shown, true)).toBe('proposed');
    expect(headlineOf('past', null, shown, true)).toBe('proposed');
    expect(headlineOf('confirmed', { ...moved, kind: 'accepted' }, shown)).toBe('accepted');
    expect(headlineOf('pending', { ...moved, kind: 'accepted' }, shown)).toBeNull();
  });

  it('tells an end, and else nothing new', () => {
    expect(headlineOf('refused', null, shown)).toBe('refused');
    expect(headlineOf('confirmed', { kind: 'changed' }, shown)).toBeNull();
    expect(headlineOf('confirmed', null, shown)).toBeNull();
  });
});
