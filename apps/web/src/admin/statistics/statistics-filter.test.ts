import { expect, test } from 'vitest';
import { addressOf, filterIn, questionOf } from './statistics-filter.ts';

const today = '2026-12-01';
const read = (text: string) => filterIn(new URLSearchParams(text), today);

test('without an address the thirty days that end today are shown, day by day', () => {
  expect(read('')).toMatchObject({ from: '2026-11-02', to: '2026-12-01', groupBy: 'day', chart: 'booked' });
});

test('an address is read as it was written', () => {
  const filter = { from: '2026-10-01', to: '2026-10-31', serviceId: 's', channel: 'video', officeId: 'o', municipalityId: 'm', groupBy: 'office', chart: 'missed' } as const;
  expect(read(String(new URLSearchParams(addressOf(filter))))).toEqual(filter);
});

test('words that nobody knows are left out, and what does not narrow is not asked', () => {
  expect(questionOf(read('al=yesterday&modalita=pigeon&per=moon&grafico=sun'))).toEqual({ from: '2026-11-02', to: '2026-12-01', group_by: 'day' });
});
