import * as Type from 'typebox';
import { Id, Instant, Line, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 });

/** A private address by which somebody of the staff follows one calendar in a program of their own. */
export const CalendarFeed = Type.Object(
  {
    id: Id,
    calendar_id: Id,
    calendar_name: Line,
    created_at: Instant,
    /** When a program asked for it last; null: never yet. */
    last_read_at: nullable(Instant),
  },
  closed,
);
export const CalendarFeeds = Type.Object({ items: Type.Array(CalendarFeed, { maxItems: 100 }) }, closed);
export const CalendarFeedRequest = Type.Object({ calendar_id: Id }, closed);
/** The two spellings of the address, shown once: whoever knows it reads the times. */
export const NewCalendarFeed = Type.Object({ ...CalendarFeed.properties, address: Type.String({ maxLength: 1000 }), webcal: Type.String({ maxLength: 1000 }) }, closed);

/** Why a calendar elsewhere could not be read. */
export const busyFailures = [
  'bad-address',
  'private-address',
  'unreachable',
  'refused',
  'too-slow',
  'too-large',
  'not-a-calendar',
  'too-many-events',
] as const;
export const BusyFailure = oneOf(busyFailures, 'Why it could not be read');

/** A calendar elsewhere whose busy times close a calendar here. Its address is never shown again: it may itself be a secret. */
export const BusySource = Type.Object(
  {
    id: Id,
    calendar_id: Id,
    host: Line,
    created_at: Instant,
    /** The next reading. */
    due_at: Instant,
    last_good_at: nullable(Instant),
    /** Busy times of the last good reading, from now on. */
    busy_count: nullable(count),
    /** Booked appointments that lie in them: somebody should look. */
    touched_count: count,
    /** When the first of them begins; null: there is none. */
    first_touched_at: nullable(Instant),
    /** Of the last reading; null: it was good. What the last good one found stays. */
    failure: nullable(BusyFailure),
  },
  closed,
);
export const BusySources = Type.Object({ items: Type.Array(BusySource, { maxItems: 20 }) }, closed);
export const BusySourceRequest = Type.Object({ address: Type.String({ format: 'line', minLength: 8, maxLength: 2000, description: 'https, http or webcal address of an iCalendar file' }) }, closed);

export type CalendarFeed = Type.Static<typeof CalendarFeed>;
export type NewCalendarFeed = Type.Static<typeof NewCalendarFeed>;
export type BusySource = Type.Static<typeof BusySource>;
export type BusyFailure = Type.Static<typeof BusyFailure>;
