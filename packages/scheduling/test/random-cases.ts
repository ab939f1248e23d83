import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { RawBusy, RawCalendar, RawCase, RawRule } from './oracle.ts';

/** Nights on which something happens to the clock, and some on which nothing does. */
const PLACES: readonly (readonly [timeZone: string, day: string])[] = [
  ['Europe/Rome', '2026-03-29'],
  ['Europe/Rome', '2026-10-25'],
  ['Europe/Rome', '2024-02-29'],
  ['America/Asuncion', '2023-10-01'], // midnight is skipped
  ['America/Asuncion', '2024-03-24'], // midnight is repeated: the day before has 25 hours
  ['Africa/Cairo', '2024-04-26'],
  ['Africa/Cairo', '2024-10-31'],
  ['Asia/Beirut', '2025-03-30'],
  ['Asia/Beirut', '2025-10-26'],
  ['Australia/Lord_Howe', '2025-10-05'], // half an hour
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Pacific/Apia', '2011-12-30'], // a day that never was
  ['America/St_Johns', '2010-11-07'], // one minute past midnight, back to the evening before
  ['America/St_Johns', '2011-03-13'],
  ['Antarctica/Troll', '2025-03-30'], // two hours
  ['Asia/Kathmandu', '2026-06-15'],
  ['Pacific/Chatham', '2026-09-27'],
  ['America/Havana', '2025-11-02'],
];

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Small questions of up to three calendars around such a night, with wall times that crowd about it. */
export const anyCase: fc.Arbitrary<RawCase> = fc.constantFrom(...PLACES).chain(([timeZone, day]) => {
  const instant = anyInstant(timeZone, day, -36, 36);
  return fc
    .record({
      now: withSeconds(anyInstant(timeZone, day, -60, 12)),
      from: anyInstant(timeZone, day, -36, 6),
      windowMinutes: fc.integer({ min: 720, max: 4320 }),
      duration_minutes: fc.constantFrom(5, 10, 20, 30, 45, 60, 90),
      step_minutes: fc.option(fc.constantFrom(5, 7, 10, 15, 20, 25, 30, 40, 45, 60, 90, 120), { nil: undefined }),
      offset_minutes: fc.constantFrom(0, 0, 5, 10, 35),
      grid: fc.constantFrom('opening', 'clock', 'pack'),
      buffer_before_minutes: fc.constantFrom(0, 0, 5, 15),
      buffer_after_minutes: fc.constantFrom(0, 0, 10, 20),
      notice_minutes: fc.constantFrom(0, 0, 60),
      horizon_minutes: fc.constantFrom(null, null, 2880),
      closed_days: sometimes(anyDay(day), 1),
      calendars: fc.array(anyCalendar(day, instant), { minLength: 1, maxLength: 3 }),
      people: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ windowMinutes, people, calendars, ...rest }) => {
      const named = calendars.map((calendar, place) => ({ ...calendar, id: `c${place}` }));
      const ids = named.map(({ id }) => id);
      const needs = [ids.slice(0, people), ids.slice(people)].filter((need) => need.length > 0);
      const to = isoOf(DateTime.fromISO(rest.from).plus({ minutes: windowMinutes }));
      return { id: 'random', time_zone: timeZone, ...rest, to, needs, calendars: named } as RawCase;
    });
});

function anyCalendar(day: string, instant: fc.Arbitrary<string>): fc.Arbitrary<Omit<RawCalendar, 'id'>> {
  return fc.record({
    opening: fc.array(anyRule(day), { minLength: 2, maxLength: 5 }),
    exceptions: sometimes(fc.record({ day: anyDay(day), opening: fc.array(anyWall(), { maxLength: 2 }) }), 2),
    absences: sometimes(anyBusy(instant), 1),
    taken: fc.array(anyBusy(instant), { maxLength: 6 }),
  });
}

/** Mostly none, else up to `most`. */
function sometimes<Item>(item: fc.Arbitrary<Item>, most: number): fc.Arbitrary<Item[]> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant<Item[]>([]) }, { weight: 1, arbitrary: fc.array(item, { minLength: 1, maxLength: most }) });
}

function anyRule(day: string): fc.Arbitrary<RawRule> {
  const bounds = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ first_day: '2001-01-01' }) },
    { weight: 1, arbitrary: fc.record({ first_day: anyDay(day), last_day: anyDay(day) }) },
  );
  const recurrence: fc.Arbitrary<Partial<RawRule>> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ days: fc.constant(WEEKDAYS) }) },
    { weight: 2, arbitrary: fc.record({ days: fc.subarray(WEEKDAYS, { minLength: 1 }), every_weeks: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: anyDay(day).map((text) => ({ month_day: Number(text.slice(8)) })) },
    { weight: 1, arbitrary: fc.record({ nth_weekday: fc.record({ n: fc.constantFrom(1, 2, 3, 4, 5, -1), day: fc.constantFrom(...WEEKDAYS) }) }) },
    { weight: 1, arbitrary: fc.record({ day: anyDay(day) }) },
  );
  return fc.tuple(anyWall(), recurrence, bounds).map(([[start, end], falls, limits]) => ({ start, end, ...falls, ...limits }));
}

function anyWall(): fc.Arbitrary<[string, string]> {
  const wall = fc.oneof(
    fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 1380, 1410, 1440),
    fc.integer({ min: 0, max: 288 }).map((fives) => fives * 5),
    fc.integer({ min: 0, max: 1440 }),
  );
  return fc
    .tuple(wall, wall)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => [wallText(Math.min(a, b)), wallText(Math.max(a, b))]);
}

function anyBusy(instant: fc.Arbitrary<string>): fc.Arbitrary<RawBusy> {
  return fc.tuple(instant, fc.constantFrom(10, 30, 45, 90, 300)).map(([starts_at, minutes]) => ({
    starts_at,
    ends_at: isoOf(DateTime.fromISO(starts_at).plus({ minutes })),
  }));
}

/** A day at most three days from the given one. */
function anyDay(day: string): fc.Arbitrary<string> {
  return fc.integer({ min: -3, max: 3 }).map((days) => DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'));
}

/** A minute so many hours before or after the night. */
function anyInstant(timeZone: string, day: string, earliest: number, latest: number): fc.Arbitrary<string> {
  const night = DateTime.fromISO(`${day}T02:00`, { zone: timeZone });
  return fc.integer({ min: earliest * 12, max: latest * 12 }).map((fives) => isoOf(night.plus({ minutes: fives * 5 })));
}

function withSeconds(instant: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(instant, fc.constantFrom('00', '01', '30')).map(([minute, seconds]) => minute.replace('00Z', `${seconds}Z`));
}

function wallText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function isoOf(instant: DateTime): string {
  return instant.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
