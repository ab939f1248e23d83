import type { HoursVersion } from '@sportello/contract';
import { formatDay } from '../../format/dates.ts';
import { valuesOfOpening } from './opening-values.ts';
import { valuesOfRule } from './rule-values.ts';
import { sayLimits, sayOpening, sayTimes, sayWhen, type Words } from './say-rule.ts';

export type HoursState = Pick<HoursVersion, 'rules' | 'exceptions'>;

/** What differs on one weekday, on one date, or of hours that follow no week. */
export interface HoursDifference {
  readonly key: string;
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** From one state of hours to another, weekday by weekday: "martedì: 09:00–12:00 -> 09:00–11:00". What stayed is left out. */
export function differencesOfHours(before: HoursState, after: HoursState, words: Words): HoursDifference[] {
  const [old, young] = [linesOf(before, words), linesOf(after, words)];
  const keys = [...new Set([...old.keys(), ...young.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), young.get(key)];
    const label = (is ?? was)?.label ?? '';
    const lines = { before: was?.lines ?? [], after: is?.lines ?? [] };
    return lines.before.join('\n') === lines.after.join('\n') ? [] : [{ key, label, ...lines }];
  });
}

interface Said {
  readonly label: string;
  readonly lines: readonly string[];
}

/** Every weekday, date and other rhythm that has hours, with what is said of it; the keys sort as people read them. */
function linesOf({ rules, exceptions }: HoursState, words: Words): ReadonlyMap<string, Said> {
  const { weekdays: names, history } = words.hours;
  const said = new Map<string, Said>();
  for (const day of weekdays) {
    const ofDay = rules.filter(({ recurrence }) => recurrence.kind === 'weekly' && recurrence.every_weeks === 1 && recurrence.days.includes(day));
    if (ofDay.length > 0) said.set(`1 ${day}`, { label: names[day], lines: ofDay.map((rule) => sayTimesAndLimits(rule, words)).sort() });
  }
  const others = rules.filter(({ recurrence }) => recurrence.kind !== 'weekly' || recurrence.every_weeks > 1);
  if (others.length > 0) said.set('2', { label: history.others, lines: others.map((rule) => `${sayWhen(asValues(rule), words)} · ${sayLimits(asValues(rule), words)}`).sort() });
  for (const { day, opening } of exceptions) {
    const lines = opening.length > 0 ? opening.map((one) => sayOpening(valuesOfOpening(one), words)).sort() : [words.hours.exceptions.closed];
    said.set(`3 ${day}`, { label: history.unusual(formatDay(day, words.language)), lines });
  }
  return said;
}

type Rule = HoursState['rules'][number];

function asValues(rule: Rule) {
  return valuesOfRule({ id: '', ...rule });
}

function sayTimesAndLimits(rule: Rule, words: Words): string {
  const values = asValues(rule);
  return `${sayTimes(values, words.hours)} · ${sayLimits(values, words)}`;
}
