import type { Absence, OpeningRuleIn } from '@sportello/contract';
import { openDays, openingPieces, type OpeningRule } from '@sportello/scheduling';
import { dayAfter } from '../../format/days.ts';
import { minutesADay, wallTimeOf, writeMinute } from '../agenda/wall-time.ts';

// What a week looks like under some hours, by the rules by which times are offered.

const zone = 'Europe/Rome';
const minuteMilliseconds = 60_000;

export interface Hours {
  readonly rules: readonly OpeningRuleIn[];
  readonly exceptions: readonly { readonly day: string; readonly opening: readonly Pick<OpeningRuleIn, 'start_minute' | 'end_minute'>[] }[];
  readonly absences: readonly Absence[];
}

/** Day -> its openings as people read them, "08:30–12:30"; none where it is closed. */
export function weekOf({ rules, exceptions, absences }: Hours, monday: string, closedDays: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sunday = dayAfter(monday, 6);
  const calendar = { opening: rules.map(kernelRule), exceptions: exceptions.map(({ day, opening }) => ({ day, opening: opening.map(({ start_minute, end_minute }) => ({ start: start_minute, end: end_minute })) })) };
  const days = new Map(Array.from({ length: 7 }, (_, at): [string, string[]] => [dayAfter(monday, at), []]));
  const pieces = openingPieces(calendar, openDays(zone, monday, sunday, closedDays));
  for (const { start, end } of withoutAbsences(pairsOf(pieces), absences)) {
    const [from, to] = [wallTimeOf(start * minuteMilliseconds), wallTimeOf(end * minuteMilliseconds)];
    days.get(from.day)?.push(`${writeMinute(from.minute)}–${writeMinute(to.day === from.day ? to.minute : minutesADay)}`);
  }
  return days;
}

function kernelRule({ start_minute, end_minute, recurrence, first_day, last_day }: OpeningRuleIn): OpeningRule {
  return { wall: { start: start_minute, end: end_minute }, recurrence: kernelRecurrence(recurrence), firstDay: first_day ?? null, lastDay: last_day ?? null };
}

function kernelRecurrence(recurrence: OpeningRuleIn['recurrence']): OpeningRule['recurrence'] {
  switch (recurrence.kind) {
    case 'weekly':
      return { kind: 'weekly', days: recurrence.days, everyWeeks: recurrence.every_weeks };
    case 'month_day':
      return { kind: 'monthDay', monthDay: recurrence.month_day };
    case 'nth_weekday':
      return { kind: 'nthWeekday', n: recurrence.n, weekday: recurrence.weekday };
    case 'one_day':
      return { kind: 'oneDay', day: recurrence.day };
    default:
      return recurrence satisfies never;
  }
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function pairsOf(flat: readonly number[]): Piece[] {
  return flat.flatMap((start, at) => (at % 2 === 0 ? [{ start, end: flat[at + 1] ?? start }] : []));
}

function withoutAbsences(pieces: readonly Piece[], absences: readonly Absence[]): readonly Piece[] {
  return absences.reduce<readonly Piece[]>((left, { starts_at, ends_at }) => {
    const [from, to] = [Date.parse(starts_at) / minuteMilliseconds, Date.parse(ends_at) / minuteMilliseconds];
    return left.flatMap(({ start, end }) =>
      [
        { start, end: Math.min(end, from) },
        { start: Math.max(start, to), end },
      ].filter((piece) => piece.start < piece.end),
    );
  }, pieces);
}
