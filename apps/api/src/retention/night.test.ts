import { expect, test } from 'vitest';
import { nightAhead, nightBegun } from './night.ts';

test.each([
  ['2026-12-03T02:59:00+01:00', '2026-12-02', '2026-12-03'],
  ['2026-12-03T03:00:00+01:00', '2026-12-03', '2026-12-04'],
  ['2026-12-03T23:00:00+01:00', '2026-12-03', '2026-12-04'],
  ['2027-03-28T01:59:00+01:00', '2027-03-27', '2027-03-28'],
  ['2027-03-28T03:00:00+02:00', '2027-03-28', '2027-03-29'],
  ['2027-10-31T02:59:00+01:00', '2027-10-30', '2027-10-31'],
  ['2027-10-31T03:00:00+01:00', '2027-10-31', '2027-11-01'],
])('at %s the night of %s has begun, and that of %s comes next', (instant, begun, ahead) => {
  expect([nightBegun('Europe/Rome', Date.parse(instant)), nightAhead('Europe/Rome', Date.parse(instant))]).toEqual([begun, ahead]);
});
