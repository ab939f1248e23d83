import * as Type from 'typebox';
import { ChannelName, Day, Id, Instant, InstantIn, Line, nullable, oneOf, optionalText } from './common.ts';
import { DeskAppointmentItem, DeskCalendar, Revision } from './desk.ts';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 });
const minute = Type.Integer({ format: 'int32', minimum: 0, maximum: 1440, description: 'Minute of the local day' });

/** Days of the union's zone, both included, at most 31; ids separated by commas, left out: all within reach. */
export const AgendaQuery = Type.Object(
  { from: Day, to: Day, calendar_ids: Type.Optional(Type.String({ pattern: '^[!-~]{1,64}(,[!-~]{1,64}){0,59}$', maxLength: 4000 })), office_id: Type.Optional(Id) },
  closed,
);

const openPiece = Type.Object({ starts_at: Instant, ends_at: Instant, channels: nullable(Type.Array(ChannelName, { maxItems: 4 })), place_id: nullable(Id) }, closed);
export const Absence = Type.Object({ id: Id, calendar_id: Id, starts_at: Instant, ends_at: Instant, reason: nullable(Line), is_imported: Type.Boolean() }, closed);
/**
 * Time that is kept for something else. What an agenda may not tell of (an appointment of an office beyond reach, time that
 * is kept for a moment) is there as one without a reason that cannot be removed.
 */
export const Block = Type.Object(
  { id: Id, calendar_ids: Type.Array(Id, { maxItems: 20 }), starts_at: Instant, ends_at: Instant, reason: nullable(Line), is_removable: Type.Boolean() },
  closed,
);

export const Agenda = Type.Object(
  {
    items: Type.Array(DeskAppointmentItem, { maxItems: 10_000 }),
    calendars: Type.Array(
      Type.Object(
        {
          ...DeskCalendar.properties,
          /** When it is open, exceptions, closed days and absences counted in. */
          open: Type.Array(openPiece, { maxItems: 10_000 }),
          absences: Type.Array(Absence, { maxItems: 12_000 }),
          blocks: Type.Array(Block, { maxItems: 5000 }),
        },
        closed,
      ),
      { maxItems: 200 },
    ),
    /** Days on which the union, the office of a calendar, or a place where it receives, is closed, and why; null: for all of them. */
    closed_days: Type.Array(Type.Object({ day: Day, reason: Line, calendar_ids: nullable(Type.Array(Id, { maxItems: 200 })) }, closed), { maxItems: 400 }),
  },
  closed,
);

/** As `Recurrence` of the rules of time; weekdays are ISO, 1 Monday to 7 Sunday. */
export const RecurrenceOnWire = Type.Union([
  Type.Object({ kind: Type.Literal('weekly'), days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }), every_weeks: Type.Integer({ minimum: 1, maximum: 52 }) }, closed),
  Type.Object({ kind: Type.Literal('month_day'), month_day: Type.Integer({ minimum: 1, maximum: 31 }) }, closed),
  Type.Object({ kind: Type.Literal('nth_weekday'), n: Type.Integer({ minimum: -1, maximum: 5 }), weekday: Type.Integer({ minimum: 1, maximum: 7 }) }, closed),
  Type.Object({ kind: Type.Literal('one_day'), day: Day }, closed),
]);

const wall = { start_minute: minute, end_minute: minute };
const someChannels = nullable(Type.Array(ChannelName, { minItems: 1, maxItems: 4 }));
const someServices = nullable(Type.Array(Id, { minItems: 1, maxItems: 200 }));

/** null: any channel, any service, no place of reception. */
const opening = { ...wall, channels: someChannels, place_id: nullable(Id), service_ids: someServices };
const rule = { ...opening, recurrence: RecurrenceOnWire, first_day: nullable(Day), last_day: nullable(Day) };

/** In a body what is null may be left out. */
const openingIn = { ...wall, channels: Type.Optional(someChannels), place_id: Type.Optional(nullable(Id)), service_ids: Type.Optional(someServices) };

export const OpeningRuleIn = Type.Object({ ...openingIn, recurrence: RecurrenceOnWire, first_day: Type.Optional(nullable(Day)), last_day: Type.Optional(nullable(Day)) }, closed);
export const OpeningExceptionIn = Type.Object({ day: Day, opening: Type.Array(Type.Object(openingIn, closed), { maxItems: 20 }), reason: optionalText({ format: 'line', maxLength: 200, description: 'Why' }) }, closed);

export const CalendarHours = Type.Object(
  {
    calendar: DeskCalendar,
    rules_revision: Revision,
    rules: Type.Array(Type.Object({ id: Id, ...rule }, closed), { maxItems: 500 }),
    exceptions: Type.Array(Type.Object({ id: Id, day: Day, opening: Type.Array(Type.Object(opening, closed), { maxItems: 100 }), reason: nullable(Line) }, closed), { maxItems: 1000 }),
    absences: Type.Array(Absence, { maxItems: 12_000 }),
    /** What its hours may be for. */
    channels: Type.Array(ChannelName, { maxItems: 4 }),
    place_ids: Type.Array(Id, { maxItems: 200 }),
    service_ids: Type.Array(Id, { maxItems: 200 }),
  },
  closed,
);

/** One change of the time of one or several calendars. */
export const CalendarChange = Type.Union([
  Type.Object({ kind: Type.Literal('absence'), calendar_ids: Type.Array(Id, { minItems: 1, maxItems: 60 }), starts_at: InstantIn, ends_at: InstantIn, reason: optionalText({ format: 'line', maxLength: 200, description: 'For the desk only' }) }, closed),
  Type.Object({ kind: Type.Literal('end_absence'), absence_id: Id }, closed),
  /** The rules as a whole, as the editor shows them. */
  Type.Object({ kind: Type.Literal('rules'), calendar_ids: Type.Array(Id, { minItems: 1, maxItems: 60 }), rules_revision: Type.Optional(Revision), rules: Type.Array(OpeningRuleIn, { maxItems: 200 }) }, closed),
  /** What one day does instead of its rules; `exception` null (or left out) gives the day back to the rules. */
  Type.Object({ kind: Type.Literal('exception'), calendar_ids: Type.Array(Id, { minItems: 1, maxItems: 60 }), day: Day, exception: Type.Optional(nullable(OpeningExceptionIn)) }, closed),
  /** The opening of one week again in another, as exceptions of its days. */
  Type.Object({ kind: Type.Literal('copy_week'), calendar_ids: Type.Array(Id, { minItems: 1, maxItems: 60 }), from_monday: Day, to_monday: Day }, closed),
  /** The rules of one calendar for its colleagues too. */
  Type.Object({ kind: Type.Literal('copy_rules'), from_calendar_id: Id, calendar_ids: Type.Array(Id, { minItems: 1, maxItems: 60 }) }, closed),
]);

export const hoursActions = ['before', 'rules', 'exception', 'copy_week', 'copy_rules', 'undo', 'import'] as const;
export type HoursAction = (typeof hoursActions)[number];

/** The hours of a calendar from one change on. `before`: as they were when the history begins. */
export const HoursVersion = Type.Object(
  {
    revision: Revision,
    action: oneOf(hoursActions, 'Which change it was'),
    at: Instant,
    staff_name: nullable(Line),
    rules: Type.Array(Type.Object(rule, closed), { maxItems: 500 }),
    exceptions: Type.Array(Type.Object({ day: Day, opening: Type.Array(Type.Object(opening, closed), { maxItems: 100 }) }, closed), { maxItems: 1000 }),
  },
  closed,
);

const proposedStart = Type.Object({ starts_at: Instant, ends_at: Instant, place_id: nullable(Id) }, closed);

/** What a change would do, before it is saved. */
export const Impact = Type.Object(
  {
    touched: Type.Array(
      Type.Object(
        {
          appointment: DeskAppointmentItem,
          /** The next free times, none twice in the list. */
          proposals: Type.Array(proposedStart, { maxItems: 3 }),
          /** Colleagues who are free at the same time. */
          colleagues: Type.Array(Type.Object({ calendar_id: Id, name: Line }, closed), { maxItems: 50 }),
        },
        closed,
      ),
      { maxItems: 1000 },
    ),
    /** Touched appointments of offices beyond reach: they stay, and only their own office can do something about them. */
    beyond_reach: count,
    /** What citizens can book of these calendars' services in the four weeks from the change on, before and after; a time counts once for each channel and place. */
    free_times: Type.Object({ before: count, after: count, from: Day, to: Day }, closed),
    warnings: Type.Array(oneOf(['overlap', 'never', 'skipped-hour', 'endless', 'past'], 'Something that may not be meant'), { maxItems: 10 }),
  },
  closed,
);

export const Resolution = Type.Union([
  Type.Object({ appointment_id: Id, revision: Revision, does: Type.Literal('move'), starts_at: InstantIn, place_id: optionalText({ format: 'id', maxLength: 64, description: 'Place' }) }, closed),
  Type.Object({ appointment_id: Id, revision: Revision, does: Type.Literal('reassign'), calendar_id: Id }, closed),
  Type.Object({ appointment_id: Id, revision: Revision, does: Type.Literal('cancel'), message: optionalText({ format: 'text', maxLength: 500, description: 'The message repeats it' }) }, closed),
  Type.Object({ appointment_id: Id, revision: Revision, does: Type.Literal('leave') }, closed),
]);

export const CalendarChangeRequest = Type.Object({ change: CalendarChange, resolutions: Type.Array(Resolution, { maxItems: 1000 }), tell: Type.Boolean() }, closed);
export const ImpactRequest = Type.Object({ change: CalendarChange }, closed);

export const SavedChange = Type.Object(
  {
    id: Id,
    /** Until then it can be taken back; messages leave after it. */
    undo_until: Instant,
    moved: count,
    reassigned: count,
    cancelled: count,
    /** Without an e-mail: to be called. */
    to_call: count,
  },
  closed,
);

export const BlockRequest = Type.Object({ calendar_ids: Type.Array(Id, { minItems: 1, maxItems: 20 }), starts_at: InstantIn, ends_at: InstantIn, reason: optionalText({ format: 'line', maxLength: 200, description: 'For the desk only' }) }, closed);

export type Agenda = Type.Static<typeof Agenda>;
export type CalendarHours = Type.Static<typeof CalendarHours>;
export type CalendarChange = Type.Static<typeof CalendarChange>;
export type CalendarChangeRequest = Type.Static<typeof CalendarChangeRequest>;
export type Resolution = Type.Static<typeof Resolution>;
export type Impact = Type.Static<typeof Impact>;
export type OpeningRuleIn = Type.Static<typeof OpeningRuleIn>;
export type Absence = Type.Static<typeof Absence>;
export type Block = Type.Static<typeof Block>;
export type HoursVersion = Type.Static<typeof HoursVersion>;
export type SavedChange = Type.Static<typeof SavedChange>;
