import * as Type from 'typebox';
import { Day, Id, Instant, Line, nullable } from './common.ts';
import { Impact } from './desk-calendars.ts';
import { DeskAppointmentItem } from './desk.ts';
import { MisfitName } from './records.ts';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 });

/** Appointments that stand and would not be made like this today; of one closure only, where it was asked for. */
export const MisfitList = Type.Object(
  {
    /** Nobody has decided about these yet, by time: the first hundred. */
    items: Type.Array(Type.Object({ ...Impact.properties.touched.items.properties, why: MisfitName }, closed), { maxItems: 100 }),
    /** All of them. */
    open_count: count,
    /** Somebody decided that they take place all the same. */
    kept: Type.Array(Type.Object({ appointment: DeskAppointmentItem, why: MisfitName, staff_name: nullable(Line), at: Instant }, closed), { maxItems: 500 }),
    /** The closure that was asked for, and how many it touched that are settled: moved, cancelled, or kept. */
    closure: nullable(Type.Object({ id: Id, name: Line, first_day: Day, last_day: Day, reason: nullable(Line), done_count: count }, closed)),
  },
  closed,
);

/** `done_count` of a closure that was asked for: how many that it touched are settled. */
export const MisfitCount = Type.Object({ count, done_count: nullable(count) }, closed);

export const MisfitQuery = Type.Object({ closure_id: Type.Optional(Id) }, closed);

export type MisfitList = Type.Static<typeof MisfitList>;
