import * as Type from 'typebox';
import { channels, Day, Id, Instant, Line, nullable, oneOf } from './common.ts';
import { tableFormat } from './tables.ts';

const closed = { additionalProperties: false } as const;

export const statisticsGroupings = ['day', 'week', 'month', 'hour', 'service', 'channel', 'office', 'municipality'] as const;
export type StatisticsGrouping = (typeof statisticsGroupings)[number];

/** How long before the agreed time somebody cancelled; `after_start`: once it had begun. */
export const cancellationNotices = ['after_start', 'under_4_hours', 'under_1_day', 'under_3_days', 'under_7_days', 'from_7_days'] as const;
export type CancellationNotice = (typeof cancellationNotices)[number];

const count = (description: string) => Type.Integer({ format: 'int32', minimum: 0, maximum: 100_000_000, description });
const maybe = (description: string) => nullable(Type.Number({ format: 'double', minimum: 0, maximum: 100_000_000, description }));

const cancelled = (by: string) =>
  Type.Object(
    {
      after_start: count(`${by}, once it had begun, or of somebody who waited without a time`),
      under_4_hours: count(`${by}, less than 4 hours before`),
      under_1_day: count(`${by}, from 4 to 24 hours before`),
      under_3_days: count(`${by}, from 1 to 3 days before`),
      under_7_days: count(`${by}, from 3 to 7 days before`),
      from_7_days: count(`${by}, 7 days before or more`),
    },
    { ...closed, description: by },
  );

/**
 * What happened in a period. What is booked, moved and cancelled counts on the day on which that was done; served, missed,
 * waiting and duration on the day of the appointment. What was taken back does not count. null: not known, which is not 0.
 */
export const StatisticsFigures = Type.Object(
  {
    booked: count('Bookings, by citizens and by the desk'),
    booked_by_citizen: count('Bookings by citizens'),
    booked_by_desk: count('Bookings by the desk for somebody'),
    walk_ins: count('People who came without an appointment'),
    served: count('Meetings that took place'),
    missed: count('Meetings to which nobody came'),
    missed_percent: maybe('Missed of all that were served or missed, in percent'),
    moved_by_citizen: count('Moved by citizens'),
    moved_by_desk: count('Moved by the desk'),
    refused: count('Requests that the desk refused'),
    cancelled: count('Cancelled, by whomever'),
    cancelled_by_citizen: cancelled('Cancelled by citizens'),
    cancelled_by_desk: cancelled('Cancelled by the desk'),
    waiting: Type.Object(
      {
        known: count('Meetings of which the wait is known'),
        median_minutes: maybe('Half of them waited no longer, in minutes from the agreed time or from coming later'),
        longest_tenth_minutes: maybe('Nine of ten waited no longer, in minutes'),
      },
      closed,
    ),
    duration: Type.Object(
      {
        known: count('Meetings of which the length and the planned length are known'),
        mean_minutes: maybe('Mean length, in minutes'),
        planned_mean_minutes: maybe('Mean planned length of the same meetings, in minutes'),
        over_plan: count('Meetings that took longer than planned'),
      },
      closed,
    ),
    offer: nullable(
      Type.Object(
        {
          sampled_days: count('Days on which free times were looked at'),
          unsampled_days: count('Days of the period, up to today, on which nobody looked'),
          free_starts: maybe('Free starts up to the horizon, mean of the sampled days'),
          free_hours: maybe('Hours up to the horizon in which somebody could be received, mean of the sampled days'),
          days_to_first: maybe('Days to the first free time, median over services, channels and sampled days with one'),
          days_to_third: maybe('Days to the third free time, likewise'),
          without_free_percent: maybe('Services by a channel and day without any free time, in percent'),
        },
        closed,
      ),
    ),
    ratings: nullable(Type.Object({ count: count('Ratings of services'), mean_stars: maybe('Mean of their stars, 1 to 5') }, closed)),
  },
  { ...closed, title: 'StatisticsFigures' },
);

const Filters = {
  from: Day,
  to: Day,
  service_id: Type.Optional(Id),
  channel: Type.Optional(oneOf(channels, 'How the meeting happens')),
  office_id: Type.Optional(Id),
  municipality_id: Type.Optional(Id),
  group_by: Type.Optional(oneOf(statisticsGroupings, 'What a line is; `day` if left out')),
};

export const StatisticsQuery = Type.Object(Filters, { ...closed, title: 'StatisticsQuery' });
export const StatisticsTableQuery = Type.Object({ ...Filters, format: tableFormat }, { ...closed, title: 'StatisticsTableQuery' });

const Period = Type.Object({ from: Day, to: Day }, { ...closed, description: 'Both days are in' });

export const StatisticsGroup = Type.Object(
  {
    /** A day, the Monday of a week, a month as 2026-11, an hour from 0 to 23, or the id of what is grouped by. */
    key: Type.String({ maxLength: 64 }),
    label: Line,
    figures: StatisticsFigures,
    before: StatisticsFigures,
  },
  closed,
);

export const Statistics = Type.Object(
  {
    period: Period,
    /** As many days, right before. */
    period_before: Period,
    made_at: Instant,
    group_by: oneOf(statisticsGroupings, 'What a line is'),
    total: StatisticsFigures,
    total_before: StatisticsFigures,
    groups: Type.Array(StatisticsGroup, { maxItems: 1000 }),
  },
  { ...closed, title: 'Statistics' },
);

export const openStatisticsGroupings = ['month', 'service', 'channel', 'office', 'municipality'] as const;
export type OpenStatisticsGrouping = (typeof openStatisticsGroupings)[number];

const shown = (description: string) => nullable(Type.Integer({ format: 'int32', minimum: 0, maximum: 100_000_000, description: `${description}; null: 1 to 4, or what would tell how few they are` }));

/** What anybody may see: small numbers say nothing. */
export const OpenFigures = Type.Object(
  {
    booked: shown('Bookings'),
    served: shown('Meetings that took place'),
    missed: shown('Meetings to which nobody came'),
    cancelled: shown('Cancelled'),
    days_to_first: maybe('Days to the first free time, median'),
    days_to_third: maybe('Days to the third free time, median'),
    mean_stars: maybe('Mean of the stars, 1 to 5, of at least 5 ratings'),
  },
  { ...closed, title: 'OpenFigures' },
);

export const OpenStatisticsQuery = Type.Object({ group_by: Type.Optional(oneOf(openStatisticsGroupings, 'What a line is; `month` if left out')) }, closed);

export const OpenStatistics = Type.Object(
  {
    title: Line,
    publisher: Line,
    licence: Type.Object({ name: Line, url: Type.String({ format: 'uri', maxLength: 200 }) }, closed),
    /** The last twelve whole months. */
    period: Period,
    made_at: Instant,
    group_by: oneOf(openStatisticsGroupings, 'What a line is'),
    total: OpenFigures,
    groups: Type.Array(Type.Object({ key: Type.String({ maxLength: 64 }), label: Line, figures: OpenFigures }, closed), { maxItems: 1000 }),
  },
  { ...closed, title: 'OpenStatistics' },
);

export type StatisticsFigures = Type.Static<typeof StatisticsFigures>;
export type StatisticsQuery = Type.Static<typeof StatisticsQuery>;
export type StatisticsGroup = Type.Static<typeof StatisticsGroup>;
export type Statistics = Type.Static<typeof Statistics>;
export type OpenFigures = Type.Static<typeof OpenFigures>;
export type OpenStatistics = Type.Static<typeof OpenStatistics>;
