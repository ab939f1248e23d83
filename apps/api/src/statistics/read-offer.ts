import type { StatisticsFigures } from '@sportello/contract';
import { and, eq, gte, lte, type SQL } from 'drizzle-orm';
import type { Period } from '../availability/find-slots.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { daysBetween, dayAt } from './period.ts';
import type { Filter } from './read-facts.ts';
import { percent, quantile, rounded } from './tally.ts';

export type Sample = Readonly<Tables['offerSamples']['$inferSelect']>;

/** What was offered in a span of days, and on which of them anybody looked. */
export interface Offer {
  readonly sampledDays: ReadonlySet<string>;
  readonly samples: readonly Sample[];
}

/** null: asked about a comune, which no sample knows. */
export async function readOffer({ read, tables }: Database, { serviceId, channel, officeId, municipalityId }: Filter, { from, to }: Period): Promise<Offer | null> {
  if (municipalityId !== undefined) return null;
  const { offerDays, offerSamples } = tables;
  const narrowed: (SQL | undefined)[] = [
    serviceId === undefined ? undefined : eq(offerSamples.serviceId, serviceId),
    channel === undefined ? undefined : eq(offerSamples.channel, channel),
    officeId === undefined ? undefined : eq(offerSamples.officeId, officeId),
  ];
  const days = await read.select({ day: offerDays.day }).from(offerDays).where(and(gte(offerDays.day, from), lte(offerDays.day, to)));
  const samples = await read.select().from(offerSamples).where(and(gte(offerSamples.day, from), lte(offerSamples.day, to), ...narrowed));
  return { sampledDays: new Set(days.map(({ day }) => day)), samples };
}

interface Asked {
  readonly timeZone: string;
  /** The days that the figures are of, up to today. */
  readonly days: readonly string[];
  readonly samples: readonly Sample[];
  readonly sampledDays: ReadonlySet<string>;
}

/** The figures of some samples. Days that nobody sampled are counted, and never made up. */
export function offerFigures({ timeZone, days, samples, sampledDays }: Asked): NonNullable<StatisticsFigures['offer']> {
  const sampled = days.filter((day) => sampledDays.has(day)).length;
  const meanOfDays = (total: number) => (sampled === 0 ? null : rounded(total / sampled));
  const daysTo = (startsAt: (sample: Sample) => number | null) =>
    quantile(samples.flatMap((sample) => {
      const instant = startsAt(sample);
      return instant === null ? [] : [daysBetween(sample.day, dayAt(timeZone, instant))];
    }), 0.5);
  return {
    sampled_days: sampled,
    unsampled_days: days.length - sampled,
    free_starts: meanOfDays(samples.reduce((total, { freeStarts }) => total + freeStarts, 0)),
    free_hours: meanOfDays(samples.reduce((total, { freeMinutes }) => total + freeMinutes, 0) / 60),
    days_to_first: daysTo(({ firstStartsAt }) => firstStartsAt),
    days_to_third: daysTo(({ thirdStartsAt }) => thirdStartsAt),
    without_free_percent: percent(samples.filter(({ freeStarts }) => freeStarts === 0).length, samples.length),
  };
}
