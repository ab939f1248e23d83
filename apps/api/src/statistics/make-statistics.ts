import type { Language, Statistics, StatisticsFigures, StatisticsGrouping } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import { instantWriter } from '../appointments/wire.ts';
import type { Period } from '../availability/find-slots.ts';
import { daysOf } from '../availability/find-slots.ts';
import { dayBounds } from '../desk/day-bounds.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import type { StatisticsDeps } from './deps.ts';
import type { Matter } from './fact.ts';
import { inOrder, labelOf } from './labels.ts';
import { bucketOf, dayAt, eachDay, hourOf, isTimeGrouping, periodBefore } from './period.ts';
import { type Filter, readFacts } from './read-facts.ts';
import { type Offer, offerFigures, readOffer, type Sample } from './read-offer.ts';
import { type Rating, ratingFigures, readRatings } from './read-ratings.ts';
import { count, emptyTally, figuresOf, type Tally } from './tally.ts';

export interface Question {
  readonly period: Period;
  readonly filter: Filter;
  readonly groupBy: StatisticsGrouping;
}

/** The figures of a period and of as many days before it, in all and by group, from what the log and the samples say. */
export async function makeStatistics(deps: StatisticsDeps, question: Question, language: Language): Promise<Statistics> {
  const { period, groupBy } = question;
  const directory = await deps.directory.current();
  const now = deps.clock.now();
  const before = periodBefore(period);
  const parts = await countAll(deps, directory, question, { before, now });
  const keys = new Set([...parts.now.groups.keys(), ...parts.before.groups.keys()]);
  if (isTimeGrouping(groupBy)) for (const day of eachDay(period)) keys.add(bucketOf(groupBy, day));
  return {
    period,
    period_before: before,
    made_at: instantWriter(directory)(now),
    group_by: groupBy,
    total: parts.now.total(),
    total_before: parts.before.total(),
    groups: inOrder(directory, groupBy, keys).map((key) => ({
      key,
      label: labelOf(directory, groupBy, key, language),
      figures: parts.now.figures(key),
      before: parts.before.figures(key),
    })),
  };
}

interface Around {
  readonly before: Period;
  readonly now: number;
}

/** Both periods in one reading of the log. */
async function countAll({ database }: StatisticsDeps, directory: Directory, { period, filter, groupBy }: Question, { before, now }: Around) {
  const both = { from: before.from, to: period.to };
  const span = { from: dayBounds(directory, both.from).startsAt, before: dayBounds(directory, both.to).endsAt };
  const border = dayBounds(directory, period.from).startsAt;
  const offer = await readOffer(database, filter, both);
  const ratings = await readRatings(database, filter, span);
  const sides = {
    before: counting({ directory, groupBy, period: before, shiftDays: daysOf(period), offer, ratings, now, span: { from: span.from, before: border } }),
    now: counting({ directory, groupBy, period, shiftDays: 0, offer, ratings, now, span: { from: border, before: span.before } }),
  };
  await readFacts(database, filter, span, (fact) => (fact.at < border ? sides.before : sides.now).count(fact));
  return sides;
}

interface Side {
  readonly directory: Directory;
  readonly groupBy: StatisticsGrouping;
  readonly period: Period;
  /** A day before counts in the line of the day that lies so many days later. */
  readonly shiftDays: number;
  readonly offer: Offer | null;
  readonly ratings: readonly Rating[] | null;
  readonly now: number;
  readonly span: { readonly from: number; readonly before: number };
}

function counting({ directory, groupBy, period, shiftDays, offer, ratings, now, span }: Side) {
  const { timeZone } = directory.union;
  const all = emptyTally();
  const groups = new Map<string, Tally>();
  const today = dayOf(directory, now);
  const days = eachDay(period).filter((day) => day <= today);
  const samples = offer?.samples.filter(({ day }) => day >= period.from && day <= period.to) ?? [];
  const rated = ratings?.filter(({ at }) => at >= span.from && at < span.before) ?? [];

  const dayKey = (day: string) => (isTimeGrouping(groupBy) ? bucketOf(groupBy, addDays(day, shiftDays)) : null);
  const keyOf = (fact: Matter & { readonly at: number }) =>
    dayKey(dayAt(timeZone, fact.at)) ?? (groupBy === 'hour' ? String(hourOf(timeZone, fact.at)) : matterKey(fact, groupBy));
  const tallyOf = (key: string) => groups.get(key) ?? groups.set(key, emptyTally()).get(key) ?? all;
  for (const sample of samples) if (isKnownOfSamples(groupBy)) tallyOf(sampleKey(sample));

  function sampleKey(sample: Sample): string {
    return dayKey(sample.day) ?? matterKey({ ...sample, municipalityId: '' }, groupBy);
  }

  function offerOf(chosen: readonly Sample[], of: readonly string[]): StatisticsFigures['offer'] {
    return offer && offerFigures({ timeZone, days: of, samples: chosen, sampledDays: offer.sampledDays });
  }

  return {
    groups: groups as ReadonlyMap<string, Tally>,
    count(fact: Parameters<typeof count>[1]) {
      count(all, fact);
      count(tallyOf(keyOf(fact)), fact);
    },
    total: () => figuresOf(all, { offer: offerOf(samples, days), ratings: ratings && ratingFigures(rated) }),
    figures(key: string): StatisticsFigures {
      const isOfKey = (day: string) => (dayKey(day) ?? key) === key;
      const rating = (one: Rating) => dayKey(dayAt(timeZone, one.at)) ?? one.serviceId;
      return figuresOf(groups.get(key) ?? emptyTally(), {
        offer: isKnownOfSamples(groupBy) ? offerOf(samples.filter((sample) => sampleKey(sample) === key), days.filter(isOfKey)) : null,
        ratings: ratings && isKnownOfRatings(groupBy) ? ratingFigures(rated.filter((one) => rating(one) === key)) : null,
      });
    },
  };
}

/** A sample is taken once a day and holds for all comuni. */
function isKnownOfSamples(groupBy: StatisticsGrouping): boolean {
  return groupBy !== 'hour' && groupBy !== 'municipality';
}

/** Of a rating only the day and the service are known. */
function isKnownOfRatings(groupBy: StatisticsGrouping): boolean {
  return isTimeGrouping(groupBy) || groupBy === 'service';
}

function matterKey(matter: Matter, groupBy: StatisticsGrouping): string {
  switch (groupBy) {
    case 'service':
      return matter.serviceId;
    case 'channel':
      return matter.channel;
    case 'office':
      return matter.officeId;
    case 'municipality':
      return matter.municipalityId;
    default:
      return '';
  }
}
