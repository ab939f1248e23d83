import type { Channel } from '@sportello/contract';
import { formatShortDay, formatDay } from '../../format/dates.ts';
import type { it } from '../../messages/desk-hours.it.ts';
import type { Language } from '../../messages/language.ts';
import type { OpeningValues } from './opening-values.ts';
import type { RuleValues } from './rule-values.ts';

export interface Words {
  readonly hours: typeof it;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
}

type Weekday = keyof typeof it.weekdays;

/** A rule as people say it: "lunedì, venerdì, 08:30–12:30". */
export function sayWhen(values: RuleValues, { hours, language }: Pick<Words, 'hours' | 'language'>): string {
  return [sayDays(values, hours, language), sayTimes(values, hours)].filter(Boolean).join(', ');
}

/** From when to when: "08:30–12:30". */
export function sayTimes({ from, to }: OpeningValues, { rules }: typeof it): string {
  return from && to ? `${from}–${to === '00:00' ? '24:00' : to}` : rules.incomplete;
}

/** Hours of one day, and what they are for: "08:30–12:30 · Allo sportello · Sede". */
export function sayOpening(values: OpeningValues, words: Words): string {
  return [sayTimes(values, words.hours), ...sayPurposes(values, words)].join(' · ');
}

function sayDays({ kind, days, everyWeeks, monthDay, n, weekday, day }: RuleValues, { rules, weekdays }: typeof it, language: Language): string {
  switch (kind) {
    case 'weekly': {
      const names = [...days].sort().map((one) => weekdays[Number(one) as Weekday]);
      return [...names, ...(Number(everyWeeks) > 1 ? [rules.everyWeeks(Number(everyWeeks))] : [])].join(', ');
    }
    case 'month_day':
      return rules.monthDay(Number(monthDay));
    case 'nth_weekday':
      return rules.nth(n === '-1' ? rules.nths.last : rules.nths[Number(n) as 1], weekdays[Number(weekday) as Weekday]);
    case 'one_day':
      return day === '' ? '' : formatDay(day, language);
    default:
      return kind satisfies never;
  }
}

/** What else limits it, in a line. */
export function sayLimits({ firstDay, lastDay, ...values }: RuleValues, words: Words): string {
  const { hours: { rules }, language } = words;
  return [
    ...sayPurposes(values, words),
    firstDay && rules.from(formatShortDay(firstDay, language)),
    lastDay && rules.until(formatShortDay(lastDay, language)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function sayPurposes({ channels, placeId, serviceIds }: Pick<OpeningValues, 'channels' | 'placeId' | 'serviceIds'>, { hours: { rules }, channels: channelNames, places }: Words): string[] {
  return [
    channels.length > 0 ? channels.map((one) => channelNames[one as Channel]).join(', ') : rules.allChannels,
    placeId ? (places.find(({ id }) => id === placeId)?.name ?? '') : rules.anyPlace,
    serviceIds.length > 0 ? rules.services(serviceIds.length) : rules.allServices,
  ];
}
