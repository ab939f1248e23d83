import { expect, it } from 'vitest';
import { freeDays } from './free-days.ts';

const slot = (time: string, place_id: string | null = null) => ({ starts_at: `${time}:00+01:00`, ends_at: `${time}:30+01:00`, place_id });

it('the present time is not offered again, the others of its day are', () => {
  const slots = [slot('2026-12-03T10:00'), slot('2026-12-03T10:30'), slot('2026-12-04T09:00')];
  const days = freeDays(slots, { starts_at: '2026-12-03T09:00:00Z', place: null });
  expect(days.map(({ day, slots: times }) => [day, times.map(({ starts_at }) => starts_at.slice(11, 16))])).toEqual([
    ['2026-12-03', ['10:30']],
    ['2026-12-04', ['09:00']],
  ]);
});

it('the same hour at another place is another time', () => {
  const place = { id: 'p1', name: '', address: '', municipality_id: '', access_notes: '' };
  const days = freeDays([slot('2026-12-03T10:00', 'p1'), slot('2026-12-03T10:00', 'p2')], { starts_at: '2026-12-03T10:00:00+01:00', place });
  expect(days.flatMap(({ slots }) => slots.map(({ place_id }) => place_id))).toEqual(['p2']);
});
