import * as Type from 'typebox';
import { appointmentStates, ChannelName, Day, Id, Instant, Line, Minutes, nullable, oneOf, optionalText } from './common.ts';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 });
const text = Type.String({ maxLength: 20_000 });

/** Raised by each change of an object: who changes it says which one they saw. */
export const Revision = count;

export const calendarKinds = ['operator', 'thing'] as const;

const personInList = Type.Object(
  { id: Id, name: Line },
  { ...closed, description: 'Who asked for it: given and family name, or those of the company; initials for an auditor' },
);

const item = {
  id: Id,
  code: nullable(Line),
  state: oneOf(appointmentStates, 'State of the appointment'),
  revision: Revision,
  channel: ChannelName,
  service_id: Id,
  service_name: Line,
  office_id: Id,
  municipality_id: Id,
  place_id: nullable(Id),
  /** The time of the service; null for somebody who came without an appointment and waits. */
  starts_at: nullable(Instant),
  ends_at: nullable(Instant),
  /** What is kept free around it, inside the claim. */
  buffer_before_minutes: Minutes,
  buffer_after_minutes: Minutes,
  /** Whose time it takes, by name; none once its time was freed. */
  calendar_ids: Type.Array(Id, { maxItems: 20 }),
  person: nullable(personInList),
  /** For whom, where it is for somebody else. */
  beneficiary_name: nullable(Line),
  topic: nullable(text),
  has_email: Type.Boolean(),
  has_phone: Type.Boolean(),
  /** Since when somebody should be called: a message about it did not reach them, or could not be sent. */
  to_call_since: nullable(Instant),
  /** Of a meeting by video: since when the citizen waits to be let into the room; null: does not wait. */
  waiting_since: nullable(Instant),
  /** The citizen is in the room. */
  in_room: Type.Boolean(),
  /** Since when it goes on by phone instead of video. */
  by_phone_since: nullable(Instant),
  arrived_at: nullable(Instant),
  started_at: nullable(Instant),
  ended_at: nullable(Instant),
  booked_by: oneOf(['citizen', 'desk'], 'Who made it'),
  outside_hours: Type.Boolean(),
  note_count: count,
  /** Papers from the citizen or a guest that nobody of the desk opened yet. */
  new_file_count: count,
  /** The other time that was proposed and waits for an answer. */
  proposal: nullable(Type.Object({ starts_at: Instant, ends_at: Instant, place_id: nullable(Id), expires_at: Instant }, closed)),
};

export const DeskAppointmentItem = Type.Object(item, closed);

export const Note = Type.Object(
  { id: Id, text, staff_name: Line, is_mine: Type.Boolean(), created_at: Instant, changed_at: nullable(Instant) },
  { ...closed, description: 'For the desk only: the citizen never sees it' },
);

export const DeskAppointment = Type.Object(
  {
    ...item,
    calendar_names: Type.Array(Line, { maxItems: 20 }),
    details: nullable(text),
    answers: Type.Array(Type.Object({ label: Line, value: text }, closed), { maxItems: 50 }),
    home_address: nullable(Type.Object({ street: Line, postal_code: Line, locality: Line, notes: nullable(Line) }, closed)),
    /** Why it was refused or cancelled, in the words of who did it. */
    reason: nullable(text),
    outcome: nullable(text),
    next_step: nullable(text),
    notes: Type.Array(Note, { maxItems: 200 }),
    /** What happened to it, the latest first. */
    history: Type.Array(
      Type.Object({ at: Instant, kind: Line, actor: oneOf(['citizen', 'staff', 'system'], 'Who'), staff_name: nullable(Line), old_starts_at: nullable(Instant), new_starts_at: nullable(Instant) }, closed),
      { maxItems: 200 },
    ),
  },
  closed,
);

export const DeskCalendar = Type.Object(
  { id: Id, name: Line, kind: oneOf(calendarKinds, 'Of a person, or of a thing'), office_id: nullable(Id), is_mine: Type.Boolean() },
  closed,
);

/** A delay that was announced for a calendar, today. */
export const Delay = Type.Object({ calendar_id: Id, minutes: Minutes, announced_at: Instant }, closed);

/** Everything of a day within reach; `office_id` narrows it to one office. */
export const BoardQuery = Type.Object({ day: Day, office_id: Type.Optional(Id) }, closed);

export const Board = Type.Object(
  {
    day: Day,
    /** By time; who came without an appointment and waits comes last, by arrival. */
    items: Type.Array(DeskAppointmentItem, { maxItems: 10_000 }),
    calendars: Type.Array(DeskCalendar, { maxItems: 1000 }),
    delays: Type.Array(Delay, { maxItems: 1000 }),
    /** Pending requests within reach, of any day. */
    pending_count: count,
    /** Of a day on which nobody is expected: the next one on which somebody is; else null. */
    next_day: nullable(Day),
  },
  closed,
);

/** Where somebody stands: each state may be taken back to the one before. */
export const attendanceStates = ['confirmed', 'arrived', 'in_progress', 'served', 'missed'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const AttendanceRequest = Type.Object(
  {
    state: oneOf(attendanceStates, 'Where it stands now'),
    revision: Revision,
    /** For who came without an appointment: whose time it takes when it starts; left out, one's own calendar. */
    calendar_id: optionalText({ format: 'id', maxLength: 64, description: 'Calendar' }),
  },
  closed,
);

export const OutcomeRequest = Type.Object(
  {
    revision: Revision,
    outcome: optionalText({ format: 'text', maxLength: 2000, description: 'How it went; the citizen reads it' }),
    next_step: optionalText({ format: 'text', maxLength: 1000, description: 'What comes next; the citizen reads it' }),
  },
  closed,
);

export const WalkInRequest = Type.Object(
  {
    service_id: Id,
    name: Type.String({ format: 'name', minLength: 1, maxLength: 200, description: 'As they say it' }),
    /** Left out: the comune of the place, else the first that the office serves. */
    municipality_id: optionalText({ format: 'id', maxLength: 64, description: 'Comune' }),
    place_id: optionalText({ format: 'id', maxLength: 64, description: 'Where they came' }),
  },
  closed,
);

export const DelayRequest = Type.Object({ minutes: Type.Integer({ format: 'int32', minimum: 0, maximum: 240, description: '0 takes it back' }) }, closed);

export const CallAnswer = Type.Object({ phone: Line, appointment: DeskAppointmentItem }, closed);

export const RevisionRequest = Type.Object({ revision: Revision }, closed);

/** What the live stream (`text/event-stream`) tells: the name of the event, and its data. */
export interface LiveEvents {
  /** As it is now; it replaces what is shown, or comes to it. */
  appointment: DeskAppointmentItem;
  /** It is not to be seen any more: a hold that ended, or it went beyond reach. */
  gone: { readonly id: string };
  /** Hours, absences or what is taken changed on this calendar. */
  calendar: { readonly id: string };
  delay: Delay;
  /** Too much happened meanwhile: load again. */
  reload: Record<string, never>;
  /** The session ended; nothing follows. */
  over: Record<string, never>;
}
export type LiveEventName = keyof LiveEvents;

export type DeskAppointmentItem = Type.Static<typeof DeskAppointmentItem>;
export type DeskAppointment = Type.Static<typeof DeskAppointment>;
export type DeskCalendar = Type.Static<typeof DeskCalendar>;
export type Delay = Type.Static<typeof Delay>;
export type Board = Type.Static<typeof Board>;
export type Note = Type.Static<typeof Note>;
