import { expect, test } from 'vitest';
import { dayNumber, dayText } from './days.ts';
import { isoWriter, parseMinute } from './instants.ts';
import { daySpans, isTimeZone, localDay, offsetAt, startOfDay } from './zone.ts';

test.each([
  ['Europe/Rome', '2026-03-29', ['2026-03-29T00:00+01:00 2026-03-29T02:00+01:00', '2026-03-29T03:00+02:00 2026-03-30T00:00+02:00']],
  ['Europe/Rome', '2026-10-25', ['2026-10-25T00:00+02:00 2026-10-25T03:00+02:00', '2026-10-25T02:00+01:00 2026-10-26T00:00+01:00']],
  ['Europe/Rome', '2026-06-01', ['2026-06-01T00:00+02:00 2026-06-02T00:00+02:00']],
  ['America/Asuncion', '2023-10-01', ['2023-10-01T01:00-03:00 2023-10-02T00:00-03:00']],
  ['America/Asuncion', '2024-03-23', ['2024-03-23T00:00-03:00 2024-03-24T00:00-03:00', '2024-03-23T23:00-04:00 2024-03-24T00:00-04:00']],
  ['Pacific/Apia', '2011-12-30', []],
  ['Pacific/Apia', '2011-12-31', ['2011-12-31T00:00+14:00 2012-01-01T00:00+14:00']],
  ['America/St_Johns', '2010-11-07', ['2010-11-07T00:00-02:30 2010-11-07T00:01-02:30', '2010-11-07T00:00-03:30 2010-11-08T00:00-03:30']],
])('in %s the local day %s is these stretches', (timeZone, day, stretches) => {
  const spans = daySpans(timeZone, dayNumber(day), dayNumber(day));
  const expected = stretches.flatMap((stretch) => {
    const [start = '', end = ''] = stretch.split(' ');
    return [parseMinute(start), parseMinute(end), dayNumber(day), offsetOf(start)];
  });
  expect(spans).toEqual(expected);
});

test.each(['Europe/Rome', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Gaza', 'Africa/Monrovia'])(
  'in %s the days of ten years follow each other without gap or overlap, and read as their dates',
  (timeZone) => {
    const spans = daySpans(timeZone, dayNumber('2005-01-01'), dayNumber('2015-01-01'));
    for (let at = 0; at < spans.length; at += 4) {
      const [start = 0, end = 0, day = 0, offset] = spans.slice(at, at + 4);
      if (at > 0) expect(start).toBe(spans[at - 3]);
      for (const minute of [start, end - 1]) {
        expect(offsetAt(timeZone, minute)).toBe(offset);
        expect(localDay(timeZone, minute)).toBe(dayText(day));
      }
    }
  },
);

test('a day begins at its first minute, also where midnight is skipped', () => {
  expect(startOfDay('Europe/Rome', '2026-03-29')).toBe(parseMinute('2026-03-29T00:00+01:00'));
  expect(startOfDay('Africa/Cairo', '2024-04-26')).toBe(parseMinute('2024-04-26T01:00+03:00'));
});

test('a day that was skipped begins where the next one does, so it is an empty window', () => {
  expect(startOfDay('Pacific/Apia', '2011-12-30')).toBe(startOfDay('Pacific/Apia', '2011-12-31'));
});

test('an unknown zone is an error, a known one is not', () => {
  expect(() => offsetAt('Europe/Asti', 0)).toThrow(RangeError);
  expect(isTimeZone('Europe/Asti')).toBe(false);
  expect(isTimeZone('Europe/Rome')).toBe(true);
});

test('many zones and many years are more than is kept, and all are right', () => {
  for (const timeZone of Intl.supportedValuesOf('timeZone').slice(0, 120)) expect(localDay(timeZone, 720)).toMatch(/^19(69|70)-/);
  for (let year = 1970; year < 2070; year += 1) {
    const write = isoWriter('Europe/Rome');
    expect(write(startOfDay('Europe/Rome', `${year}-01-01`))).toBe(`${year}-01-01T00:00:00+01:00`);
  }
  daySpans('Europe/Rome', 0, 6000);
  expect(offsetAt('Europe/Rome', parseMinute('2026-07-01T00:00Z') ?? 0)).toBe(120);
});

function offsetOf(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
