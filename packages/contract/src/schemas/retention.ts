import * as Type from 'typebox';
import { Day, Id, Instant, Line, nullable } from './common.ts';
import { Revision } from './desk.ts';

const closed = { additionalProperties: false } as const;
const counted = (description: string) => Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647, description });
const months = Type.Integer({ format: 'int32', minimum: 1, maximum: 120, description: 'Months' });

/** What goes on one night, about nobody. */
const amounts = {
  people: counted('People of whom nothing is left to keep'),
  appointments: counted('Appointments that stay as numbers only'),
  messages: counted('Messages whose register is over'),
  texts: counted('Reports and comments'),
};

export const RetentionForecast = Type.Object(
  {
    /** The night that it is about. */
    night: Day,
    ...amounts,
    by_service: Type.Array(Type.Object({ service_id: Id, service_name: Line, months, appointments: counted('Appointments'), oldest: nullable(Day) }, closed), { maxItems: 5000, description: 'The oldest first' }),
  },
  closed,
);

export const RetentionRun = Type.Object(
  {
    id: Id,
    day: Day,
    started_at: Instant,
    /** null: it goes on, or was interrupted and will go on. */
    ended_at: nullable(Instant),
    ...amounts,
    failures: counted('What could not be treated, and is due again'),
  },
  closed,
);

export const RetentionHold = Type.Object(
  { id: Id, person_id: Id, until: Day, reason: Line, staff_name: nullable(Line), created_at: Instant },
  { ...closed, description: 'A person who is kept beyond the time, with all that names them' },
);

export const RetentionState = Type.Object(
  {
    is_on: Type.Boolean({ description: 'Whether it is done each night' }),
    revision: Revision,
    changed_at: nullable(Instant),
    staff_name: nullable(Line),
    /** For how many months is kept what belongs to no service. */
    messages_months: months,
    texts_months: months,
    trail_months: months,
    access_months: months,
    services: Type.Array(Type.Object({ service_id: Id, service_name: Line, months }, closed), { maxItems: 5000 }),
    runs: Type.Array(RetentionRun, { maxItems: 100, description: 'The latest first' }),
    holds: Type.Array(RetentionHold, { maxItems: 1000 }),
  },
  closed,
);

/** To switch it on one says what the dry run said. */
export const RetentionChange = Type.Object(
  { revision: Revision, is_on: Type.Boolean(), seen: Type.Optional(Type.Object({ night: Day, people: amounts.people, appointments: amounts.appointments }, closed)) },
  closed,
);

export const RetentionHoldRequest = Type.Object(
  { person_id: Id, until: Day, reason: Type.String({ format: 'line', minLength: 3, maxLength: 200, description: 'Why, without what the matter says of the person' }) },
  closed,
);

export type RetentionForecast = Type.Static<typeof RetentionForecast>;
export type RetentionRun = Type.Static<typeof RetentionRun>;
export type RetentionHold = Type.Static<typeof RetentionHold>;
export type RetentionState = Type.Static<typeof RetentionState>;
export type RetentionChange = Type.Static<typeof RetentionChange>;
export type RetentionHoldRequest = Type.Static<typeof RetentionHoldRequest>;
