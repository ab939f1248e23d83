import type { StatisticsFigures } from '@sportello/contract';
import { and, eq, gte, lt } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Filter } from './read-facts.ts';
import { mean } from './tally.ts';

export interface Rating {
  readonly at: number;
  readonly serviceId: string | null;
  readonly stars: number;
}

/** How services were rated in a span (epoch milliseconds). Nothing says who rated, so only the service is known: null where more is asked. */
export async function readRatings({ read, tables: { ratings } }: Database, { serviceId, ...more }: Filter, { from, before }: { from: number; before: number }): Promise<Rating[] | null> {
  if (Object.values(more).some((value) => value !== undefined)) return null;
  return read
    .select({ at: ratings.createdAt, serviceId: ratings.serviceId, stars: ratings.stars })
    .from(ratings)
    .where(and(eq(ratings.subject, 'service'), gte(ratings.createdAt, from), lt(ratings.createdAt, before), serviceId === undefined ? undefined : eq(ratings.serviceId, serviceId)));
}

export function ratingFigures(ratings: readonly Rating[]): NonNullable<StatisticsFigures['ratings']> {
  return { count: ratings.length, mean_stars: mean(ratings.map(({ stars }) => stars)) };
}
