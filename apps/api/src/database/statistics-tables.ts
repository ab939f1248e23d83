import type { Channel } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/** What no event tells: how much free time was offered. Taken once a day, never changed, about nobody. */
export function statisticsTables({ table, plain, uniqueIndex }: Columns) {
  /** The days on which it was looked at; a day without a row was not sampled, which is not the same as nothing free. */
  const offerDays = table('offer_days', {
    /** Day of the union's zone. */
    day: plain.text().primaryKey(),
    sampledAt: plain.instant().notNull(),
  });

  /** What citizens could book of a service by one channel when the day's sample was taken. Ids are written without a reference. */
  const offerSamples = table('offer_samples', {
    id: plain.text().primaryKey(),
    day: plain.text().notNull(),
    serviceId: plain.text().notNull(),
    officeId: plain.text().notNull(),
    channel: plain.text().$type<Channel>().notNull(),
    /** Free starts up to the horizon; two places at the same time are two. */
    freeStarts: plain.integer().notNull(),
    /** Minutes up to the horizon at which somebody could be received; overlapping ones count once. */
    freeMinutes: plain.integer().notNull(),
    /** null: nothing was free. */
    firstStartsAt: plain.instant(),
    thirdStartsAt: plain.instant(),
  }, (t) => [uniqueIndex('offer_samples_matter').on(t.day, t.serviceId, t.channel)]);

  return { offerDays, offerSamples };
}
