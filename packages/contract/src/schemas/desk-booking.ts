import * as Type from 'typebox';
import { OnBehalfOf, HomeAddress, Answer, Person } from './booking.ts';
import { ChannelName, Day, Id, Instant, InstantIn, languages, Line, Minutes, nullable, oneOf, optionalText } from './common.ts';
import { DeskAppointmentItem, Revision } from './desk.ts';

const closed = { additionalProperties: false } as const;
const placeId = optionalText({ format: 'id', maxLength: 64, description: 'For the channel desk: where' });
const calendarId = optionalText({ format: 'id', maxLength: 64, description: 'Whose time, where it matters; left out, whoever is free' });

/** As the citizens' question, without notice and horizon. `appointment_id`: as if that one were not there, for a move. */
export const DeskSlotsQuery = Type.Object(
  { service_id: Id, channel: ChannelName, municipality_id: Id, place_id: Type.Optional(Id), calendar_id: Type.Optional(Id), appointment_id: Type.Optional(Id), from: Day, to: Day },
  closed,
);

export const bookingWarnings = ['outside-hours', 'closed-day', 'past', 'same-day', 'same-service', 'limit'] as const;
export type BookingWarning = (typeof bookingWarnings)[number];

/** What somebody of the desk should know before saving; it does not stop them. */
export const Warning = Type.Object(
  { kind: oneOf(bookingWarnings, 'What'), appointment: nullable(Type.Object({ id: Id, service_name: Line, starts_at: nullable(Instant) }, closed)) },
  closed,
);

export const DeskHoldRequest = Type.Object(
  {
    service_id: Id,
    channel: ChannelName,
    municipality_id: Id,
    place_id: placeId,
    starts_at: InstantIn,
    calendar_id: calendarId,
    /** A start that the hours do not offer; a calendar must be named then. Never over what is taken. */
    outside_hours: Type.Optional(Type.Boolean()),
    /** One's own hold, let go if and only if the new one is won. */
    replaces: optionalText({ format: 'id', maxLength: 64, description: 'Hold' }),
  },
  closed,
);

export const DeskHold = Type.Object(
  {
    id: Id,
    service_id: Id,
    channel: ChannelName,
    municipality_id: Id,
    place_id: nullable(Id),
    calendar_ids: Type.Array(Id, { maxItems: 20 }),
    starts_at: Instant,
    ends_at: Instant,
    expires_at: Instant,
    warnings: Type.Array(Warning, { maxItems: 20 }),
  },
  closed,
);

/** For whom a hold is thought: somebody known, or what they said. */
export const WarningsRequest = Type.Object(
  {
    person_id: optionalText({ format: 'id', maxLength: 64, description: 'Somebody known' }),
    email: optionalText({ format: 'email-address', maxLength: 254, description: 'As they say it' }),
    phone: optionalText({ format: 'phone', maxLength: 40, description: 'As they say it' }),
  },
  closed,
);
export const Warnings = Type.Object({ items: Type.Array(Warning, { maxItems: 50 }) }, closed);

/** As a citizen says it of themselves; of somebody known only what completes what is known. */
const SaidOfPerson = Type.Object(
  { ...Person.properties, given_name: Type.Optional(Person.properties.given_name), family_name: Type.Optional(Person.properties.family_name) },
  closed,
);

/** As the citizens' request; e-mail and phone may both be missing. With `person_id` the names may be left out. */
export const DeskAppointmentRequest = Type.Object(
  {
    hold_id: Id,
    person_id: optionalText({ format: 'id', maxLength: 64, description: 'Somebody known: what is said in `person` completes what is known of them' }),
    person: Type.Optional(nullable(SaidOfPerson)),
    on_behalf_of: Type.Optional(nullable(OnBehalfOf)),
    home_address: Type.Optional(nullable(HomeAddress)),
    topic: optionalText({ format: 'line', maxLength: 120, description: 'In a few words, what it is about' }),
    details: optionalText({ format: 'text', maxLength: 2000, description: 'Anything the office should know' }),
    answers: Type.Optional(nullable(Type.Array(Answer, { maxItems: 50 }))),
    language: Type.Optional(oneOf(languages, 'Language of the messages')),
    /** Questions that a citizen must answer may be left out by the desk. */
    note: optionalText({ format: 'text', maxLength: 2000, description: 'For the desk only' }),
  },
  closed,
);

/** Everything that a slip in large print says; the link is for who has no e-mail and wants it on paper. */
export const Slip = Type.Object(
  {
    code: Line,
    /** In which its texts are written: that of the messages. */
    language: oneOf(languages, 'Language of the citizen'),
    name: Line,
    service_name: Line,
    office_name: Line,
    office_phone: Line,
    channel: ChannelName,
    place: nullable(Type.Object({ name: Line, address: Line }, closed)),
    home_address: nullable(Line),
    phone: nullable(Line),
    starts_at: Instant,
    ends_at: Instant,
    /** What to bring, as the service says it. */
    documents: nullable(Type.String({ maxLength: 20_000 })),
    needed: nullable(Type.String({ maxLength: 20_000 })),
    link: Type.String({ maxLength: 1000, description: 'Opens the page of the appointment' }),
  },
  closed,
);

export const DeskMoveRequest = Type.Object(
  {
    revision: Revision,
    starts_at: InstantIn,
    place_id: optionalText({ format: 'id', maxLength: 64, description: 'For the channel desk; left out, the same place' }),
    calendar_id: calendarId,
    outside_hours: Type.Optional(Type.Boolean()),
    /** Whether a message goes to the citizen. */
    tell: Type.Boolean(),
  },
  closed,
);

export const DeskCancelRequest = Type.Object(
  { revision: Revision, reason: optionalText({ format: 'text', maxLength: 500, description: 'The message repeats it' }), tell: Type.Boolean() },
  closed,
);

export const RefusalRequest = Type.Object({ revision: Revision, reason: optionalText({ format: 'text', maxLength: 500, description: 'The message repeats it' }) }, closed);

/** Another time for a pending request: kept free until the answer, two days at most. */
export const ProposalRequest = Type.Object(
  { revision: Revision, starts_at: InstantIn, place_id: placeId, message: optionalText({ format: 'text', maxLength: 500, description: 'The message repeats it' }) },
  closed,
);

export const PendingItem = Type.Object({ ...DeskAppointmentItem.properties, requested_at: Instant }, closed);
export const PendingList = Type.Object({ items: Type.Array(PendingItem, { maxItems: 1000 }) }, closed);

export const reasonNames = ['offered', 'notice', 'horizon', 'no-calendar', 'closed-day', 'outside-opening', 'exception', 'absence', 'off-grid', 'taken', 'buffer'] as const;

export const WhyQuery = Type.Object(
  { service_id: Id, channel: ChannelName, municipality_id: Id, place_id: Type.Optional(Id), starts_at: InstantIn },
  closed,
);

/** Why citizens are offered a start or not: as a whole, and calendar by calendar for each need. */
export const Why = Type.Object(
  {
    reason: oneOf(reasonNames, 'The reason that stands furthest in the way'),
    /** Whether the service is closed to citizens whatever its hours: staff or invited people only, or the office does not serve that comune then. */
    not_for_citizens: nullable(oneOf(['staff', 'invited', 'unserved', 'unpublished'], 'Why')),
    needs: Type.Array(
      Type.Array(
        Type.Object(
          {
            calendar_id: Id,
            calendar_name: Line,
            reason: oneOf(['free', ...reasonNames.slice(1)] as const, 'Why this calendar could not take it'),
            /** What lies there: an appointment within reach, its time, or the time of something else. */
            taken_by: nullable(Type.Object({ appointment_id: nullable(Id), starts_at: Instant, ends_at: Instant, held_until: nullable(Instant) }, closed)),
            absence: nullable(Type.Object({ starts_at: Instant, ends_at: Instant, reason: nullable(Line) }, closed)),
          },
          closed,
        ),
        { maxItems: 200 },
      ),
      { maxItems: 10 },
    ),
    closed_day: nullable(Line),
    notice_minutes: Minutes,
    horizon_days: Type.Integer({ format: 'int32', minimum: 0, maximum: 10_000 }),
    next_available_at: nullable(Instant),
  },
  closed,
);

/** A link with which one person books once what is not open to everybody. */
export const InvitationRequest = Type.Object(
  {
    service_id: Id,
    channel: ChannelName,
    /** To whom the link is mailed, where they have an e-mail. */
    person_id: optionalText({ format: 'id', maxLength: 64, description: 'Somebody known' }),
    person: Type.Optional(nullable(Person)),
    expires_on: Day,
  },
  closed,
);

export const Invitation = Type.Object(
  {
    id: Id,
    service_id: Id,
    service_name: Line,
    channel: ChannelName,
    person: nullable(Type.Object({ id: Id, name: Line }, closed)),
    staff_name: Line,
    created_at: Instant,
    expires_at: Instant,
    state: oneOf(['open', 'used', 'revoked', 'expired'], 'What became of it'),
    appointment_id: nullable(Id),
  },
  closed,
);
export const NewInvitation = Type.Object({ ...Invitation.properties, link: Type.String({ maxLength: 1000, description: 'Shown once' }), mailed: Type.Boolean() }, closed);

export type DeskHold = Type.Static<typeof DeskHold>;
export type DeskAppointmentRequest = Type.Static<typeof DeskAppointmentRequest>;
export type Slip = Type.Static<typeof Slip>;
export type Warning = Type.Static<typeof Warning>;
export type PendingItem = Type.Static<typeof PendingItem>;
export type Why = Type.Static<typeof Why>;
export type Invitation = Type.Static<typeof Invitation>;
export type NewInvitation = Type.Static<typeof NewInvitation>;
