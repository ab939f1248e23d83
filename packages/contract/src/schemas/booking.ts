import * as Type from 'typebox';
import { appointmentStates, ChannelName, Day, Id, Instant, InstantIn, languages, Line, Minutes, nullable, oneOf, optionalText, relations } from './common.ts';
import { Place } from './directory.ts';

const AppointmentStateName = oneOf(appointmentStates, 'State of the appointment');
const closed = { additionalProperties: false } as const;

export const SlotsQuery = Type.Object(
  { service_id: Id, channel: ChannelName, municipality_id: Id, place_id: Type.Optional(Id), operator_id: Type.Optional(Id), invitation: Type.Optional(Id), from: Day, to: Day },
  closed,
);

export const Slots = Type.Object(
  {
    items: Type.Array(Type.Object({ starts_at: Instant, ends_at: Instant, place_id: nullable(Id) }, closed), { maxItems: 100_000 }),
    next_available_at: nullable(Instant),
    time_zone: Line,
  },
  closed,
);

export const HoldRequest = Type.Object(
  {
    service_id: Id,
    channel: ChannelName,
    municipality_id: Id,
    place_id: optionalText({ format: 'id', maxLength: 64, description: 'For the channel desk: where' }),
    starts_at: InstantIn,
    operator_id: optionalText({ format: 'id', maxLength: 64, description: 'With whom, where the service lets people choose' }),
    invitation: optionalText({ format: 'token', maxLength: 400, description: 'Token of an invitation, for what citizens may not book freely' }),
    captcha: optionalText({ format: 'token', maxLength: 4000, description: 'Solution of the challenge that captcha-required gave' }),
  },
  closed,
);

export const Hold = Type.Object(
  {
    id: Id,
    token: Type.String({ maxLength: 200, description: 'Secret of this hold' }),
    service_id: Id,
    channel: ChannelName,
    municipality_id: Id,
    place_id: nullable(Id),
    starts_at: Instant,
    ends_at: Instant,
    expires_at: Instant,
    extended: Type.Boolean(),
  },
  closed,
);

/** PATCH and DELETE of a hold are authorised by its token; the answer need not repeat it. */
export const HoldChange = Type.Object({ extend: Type.Literal(true) }, closed);

const givenName = Type.String({ format: 'name', minLength: 1, maxLength: 200, description: '1 to 100 characters of any script' });
const optionalTaxCode = optionalText({ format: 'tax-code', maxLength: 40, description: '11 or 16 characters; the check character is verified' });

export const Person = Type.Object(
  {
    given_name: givenName,
    family_name: givenName,
    email: optionalText({ format: 'email-address', maxLength: 254, description: 'One of e-mail and phone is required' }),
    phone: optionalText({ format: 'phone', maxLength: 40, description: 'Required for the channels phone and home' }),
    tax_code: optionalTaxCode,
  },
  closed,
);

const relation = oneOf(relations, 'How the requester stands to them');

export const OnBehalfOf = Type.Union([
  Type.Object({ kind: Type.Literal('person'), given_name: givenName, family_name: givenName, tax_code: optionalTaxCode, relation }, closed),
  Type.Object(
    { kind: Type.Literal('company'), name: Type.String({ format: 'name', minLength: 1, maxLength: 400 }), tax_code: optionalTaxCode, relation },
    closed,
  ),
]);

export const HomeAddress = Type.Object(
  {
    street: Type.String({ format: 'line', minLength: 1, maxLength: 200 }),
    postal_code: Type.String({ pattern: '^[0-9]{5}$', maxLength: 5 }),
    locality: Type.String({ format: 'line', minLength: 1, maxLength: 100 }),
    notes: optionalText({ format: 'text', maxLength: 500, description: 'How to find the door' }),
  },
  closed,
);

export const Answer = Type.Object(
  {
    question_id: Id,
    value: Type.Optional(Type.Unsafe<string | boolean | null>({
      type: ['string', 'boolean', 'null'],
      format: 'text',
      maxLength: 4000,
      description: 'Text, the value of a choice, true or false, or a day',
    })),
  },
  closed,
);

export const AppointmentRequest = Type.Object(
  {
    hold_id: Id,
    person: Person,
    on_behalf_of: Type.Optional(nullable(OnBehalfOf)),
    home_address: Type.Optional(nullable(HomeAddress)),
    topic: optionalText({ format: 'line', maxLength: 120, description: 'In a few words, what it is about' }),
    details: optionalText({ format: 'text', maxLength: 2000, description: 'Anything the office should know' }),
    answers: Type.Optional(nullable(Type.Array(Answer, { maxItems: 50 }))),
    language: Type.Optional(Type.Unsafe<'it' | 'en' | null>({ type: ['string', 'null'], enum: [...languages, '', null], description: 'Language of the messages' })),
    privacy_notice_version: Type.String({ format: 'line', minLength: 1, maxLength: 100, description: 'The current one of GET /union' }),
  },
  closed,
);

const named = Type.Object({ id: Id, name: Line }, closed);

const appointmentFields = {
  code: Type.String({ maxLength: 9 }),
  state: AppointmentStateName,
  sequence: Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 }),
  service: named,
  office: Type.Object({ id: Id, name: Line, phone: Line }, closed),
  channel: ChannelName,
  municipality_id: Id,
  place: nullable(Place),
  starts_at: Instant,
  ends_at: Instant,
  room: nullable(Type.Object({ opens_at: Instant, closes_at: Instant }, closed)),
  can: Type.Object({ move_until: nullable(Instant), cancel_until: nullable(Instant) }, closed),
  created_at: Instant,
};

export const ConfirmedAppointment = Type.Object(
  { ...appointmentFields, manage_token: Type.String({ maxLength: 200, description: 'Secret of this appointment: the link of its page' }) },
  closed,
);

/** The answer of a change: no secret and nothing about the person (it may be kept and repeated). */
export const ChangedAppointment = Type.Object(appointmentFields, closed);

export const Appointment = Type.Object(
  {
    ...appointmentFields,
    /** Another time that the office proposes in place of this one. */
    proposal: nullable(Type.Object({ starts_at: Instant, ends_at: Instant, place: nullable(Place), message: nullable(Type.String({ maxLength: 500 })), expires_at: Instant }, closed)),
    /** A delay announced for today; null: none. */
    delay_minutes: nullable(Minutes),
    /** The invitation that it was booked with: GET /slots takes it, to find another time. */
    invitation_id: nullable(Id),
    outcome: nullable(Type.String({ maxLength: 2000 })),
    next_step: nullable(Type.String({ maxLength: 1000 })),
    person: Type.Object(
      { given_name: Line, family_name: Line, email: nullable(Line), phone: nullable(Line) },
      { ...closed, description: 'E-mail and phone are masked' },
    ),
  },
  closed,
);

/** What somebody was invited to book: its id goes to GET /slots, its token to POST /holds. */
export const OpenInvitation = Type.Object({ id: Id, service: named, channel: ChannelName, expires_at: Instant }, closed);

export const MoveRequest = Type.Object(
  { starts_at: InstantIn, place_id: optionalText({ format: 'id', maxLength: 64, description: 'For the channel desk: where; left out, the same place' }) },
  closed,
);

export const CancellationRequest = Type.Object({ reason: optionalText({ format: 'text', maxLength: 500, description: 'Why, if you want to say' }) }, closed);

export const AccessLinkRequest = Type.Object({ email: Type.String({ format: 'email-address', minLength: 1, maxLength: 254 }) }, closed);

export const Accepted = Type.Object({ detail: Line }, closed);

export type SlotsQuery = Type.Static<typeof SlotsQuery>;
export type Slots = Type.Static<typeof Slots>;
export type HoldRequest = Type.Static<typeof HoldRequest>;
export type Hold = Type.Static<typeof Hold>;
export type AppointmentRequest = Type.Static<typeof AppointmentRequest>;
export type ConfirmedAppointment = Type.Static<typeof ConfirmedAppointment>;
export type ChangedAppointment = Type.Static<typeof ChangedAppointment>;
export type Appointment = Type.Static<typeof Appointment>;
export type OpenInvitation = Type.Static<typeof OpenInvitation>;
export type MoveRequest = Type.Static<typeof MoveRequest>;
export type CancellationRequest = Type.Static<typeof CancellationRequest>;
