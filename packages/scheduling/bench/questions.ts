import { openDays, openingPieces, startOfDay, type Calendar, type OpeningRule, type SlotQuestion, type SlotRules } from '../src/index.ts';

const TIME_ZONE = 'Europe/Rome';
const FIRST_DAY = '2026-04-01'; // two months without a change of offset

const RULES: SlotRules = {
  timeZone: TIME_ZONE,
  durationMinutes: 30,
  stepMinutes: null,
  offsetMinutes: 0,
  grid: 'opening',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 120,
  horizonMinutes: null,
};

const OPENING: OpeningRule[] = [
  weekly([1, 2, 3, 4, 5], 9 * 60, 12 * 60 + 30),
  weekly([1, 3], 14 * 60, 17 * 60),
  weekly([2, 4], 14 * 60 + 30, 18 * 60),
  weekly([6], 9 * 60, 12 * 60),
];

/** A desk of so many calendars, asked for the starts from 1 April to `lastDay`, with `claims` half-hours taken here and there. */
export function deskQuestion(calendarCount: number, lastDay: string, claims: number): SlotQuestion {
  const from = startOfDay(TIME_ZONE, FIRST_DAY);
  const days = openDays(TIME_ZONE, FIRST_DAY, lastDay, []);
  const pieces = openingPieces({ opening: OPENING, exceptions: [] }, days);
  const ids = Array.from({ length: calendarCount }, (_, place) => `calendar-${place}`);
  const calendars = ids.map((id, place): Calendar => {
    const count = Math.floor((claims * (place + 1)) / calendarCount) - Math.floor((claims * place) / calendarCount);
    return { id, opening: OPENING, exceptions: [], absences: [], taken: halfHours(pieces, count, place) };
  });
  return {
    rules: RULES,
    now: from * 60_000,
    from,
    to: startOfDay(TIME_ZONE, lastDay),
    closedDays: ['2026-04-06', '2026-05-01'],
    needs: [ids],
    calendars,
  };
}

function weekly(days: number[], start: number, end: number): OpeningRule {
  return { wall: { start, end }, recurrence: { kind: 'weekly', days, everyWeeks: 1 }, firstDay: '2026-01-01', lastDay: null };
}

/** `count` different half-hours of the pieces, ascending, spread evenly and shifted by `place`. */
function halfHours(pieces: readonly number[], count: number, place: number): number[] {
  const starts: number[] = [];
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    for (let start = pieces[at] ?? 0; start + 30 <= (pieces[at + 1] ?? 0); start += 30) starts.push(start);
  }
  return Array.from({ length: count }, (_, nth) => (Math.floor((nth * starts.length) / count) + place) % starts.length)
    .sort((a, b) => a - b)
    .flatMap((nth) => [starts[nth] ?? 0, (starts[nth] ?? 0) + 30]);
}
