import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { runCases } from '../src/cases/run-cases.ts';
import { slowStarts, type RawCase } from './oracle.ts';

// Both nights of each year in Rome, in every grid.

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032];
const GRIDS = ['opening', 'clock', 'pack'] as const;
const HOURS = [
  ['00:30', '02:30'],
  ['02:30', '05:00'],
  ['01:07', '04:11'],
  ['02:00', '03:00'],
  ['00:00', '24:00'],
] as const;
const NIGHTS = YEARS.flatMap((year) => GRIDS.map((grid) => [year, grid] as const));

describe.each(NIGHTS)('%i, grid %s', (year, grid) => {
  test('in spring no start reads between 02:00 and 03:00, and 09:00 is 09:00', () => {
    const local = localStarts(night(lastSunday(year, 3), grid, '00:00', '10:00'));
    expect(local.filter((text) => text.slice(11, 13) === '02')).toEqual([]);
    expect(local.map((text) => text.slice(11, 16))).toContain('09:00');
    expect(local).toHaveLength(18);
  });

  test('in autumn every start between 02:00 and 03:00 comes twice, and 09:00 is 09:00', () => {
    const local = localStarts(night(lastSunday(year, 10), grid, '00:00', '10:00'));
    expect(local.filter((text) => text.slice(11, 13) === '02').map((text) => text.slice(11))).toEqual([
      '02:00:00+02:00',
      '02:30:00+02:00',
      '02:00:00+01:00',
      '02:30:00+01:00',
    ]);
    expect(local.map((text) => text.slice(11, 16))).toContain('09:00');
    expect(local).toHaveLength(22);
  });

  test.each([3, 10])('in month %i crooked hours, steps and claims give what the text yields minute by minute', (month) => {
    const day = lastSunday(year, month);
    for (const [start, end] of HOURS) {
      const plain = night(day, grid, start, end);
      const taken = [claimOn(day, 1), claimOn(day, 3)];
      const calendars = plain.calendars.map((anna) => ({ ...anna, taken }));
      const crooked = { ...plain, duration_minutes: 25, step_minutes: 40, buffer_before_minutes: 5, offset_minutes: 10, calendars };
      for (const question of [plain, crooked]) expect(utcStarts(question)).toEqual(slowStarts(question));
    }
  });
});

function lastSunday(year: number, month: number): string {
  const last = DateTime.utc(year, month, 31);
  return last.minus({ days: last.weekday % 7 }).toFormat('yyyy-MM-dd');
}

function night(day: string, grid: RawCase['grid'], start: string, end: string): RawCase {
  const noon = DateTime.fromISO(`${day}T12:00`, { zone: 'utc' });
  return {
    id: day,
    time_zone: 'Europe/Rome',
    now: '2024-01-01T00:00:00Z',
    from: `${noon.minus({ days: 1 }).toFormat('yyyy-MM-dd')}T12:00:00Z`,
    to: `${day}T12:00:00Z`,
    duration_minutes: 30,
    offset_minutes: 0,
    grid,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    notice_minutes: 0,
    horizon_minutes: null,
    closed_days: [],
    needs: [['anna']],
    calendars: [{ id: 'anna', opening: [{ start, end, days: ['sun'] }], exceptions: [], absences: [], taken: [] }],
  };
}

/** A quarter of an hour, so many hours after midnight UTC. */
function claimOn(day: string, hour: number): { starts_at: string; ends_at: string } {
  return { starts_at: `${day}T0${hour}:05:00Z`, ends_at: `${day}T0${hour}:20:00Z` };
}

function localStarts(question: RawCase): string[] {
  return utcStarts(question).map((text) => DateTime.fromISO(text, { zone: 'Europe/Rome' }).toISO({ suppressMilliseconds: true }) ?? '');
}

function utcStarts(question: RawCase): string[] {
  return JSON.parse(runCases(JSON.stringify({ cases: [question] }), true).output[0] ?? '').starts;
}
