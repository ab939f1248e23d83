import * as Type from 'typebox';
import { Id, Instant, languages, Line, nullable, oneOf, optionalText } from './common.ts';
import { DeskAppointmentItem, Note, Revision } from './desk.ts';

const closed = { additionalProperties: false } as const;
const text = Type.String({ maxLength: 20_000 });

const person = {
  id: Id,
  kind: oneOf(['natural', 'legal'], 'Somebody, or a company'),
  name: Line,
  email: nullable(Line),
  phone: nullable(Line),
  tax_code: nullable(Line),
};

/** The words stand in the body: nothing about a person is in an address or a log. */
export const PeopleSearchRequest = Type.Object(
  { words: Type.String({ format: 'line', minLength: 2, maxLength: 200, description: 'Name, phone, e-mail, tax code, or the code of an appointment; accents, order and slips of the finger do not matter' }) },
  closed,
);

export const PersonFound = Type.Object(
  {
    ...person,
    /** Contacts are masked; a match on one of them says so. */
    matched: oneOf(['name', 'phone', 'email', 'tax_code', 'code'], 'What was found'),
    next_appointment: nullable(Type.Object({ id: Id, service_name: Line, starts_at: Instant }, closed)),
    last_appointment: nullable(Type.Object({ id: Id, service_name: Line, starts_at: Instant }, closed)),
    appointment_count: Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 }),
  },
  closed,
);
export const PeopleFound = Type.Object({ items: Type.Array(PersonFound, { maxItems: 20 }), has_more: Type.Boolean() }, closed);

/** In which part somebody is in an appointment. */
export const personParts = ['requester', 'beneficiary', 'professional', 'companion', 'interpreter'] as const;

/** An appointment of somebody, with how it went; an auditor reads nothing that people wrote. */
export const PersonAppointment = Type.Object(
  { ...DeskAppointmentItem.properties, part: oneOf(personParts, 'Who they are in it'), outcome: nullable(text), next_step: nullable(text) },
  closed,
);

/** Contacts and tax code are masked unless `is_masked` says otherwise; the appointments are those within reach. */
export const DeskPerson = Type.Object(
  {
    ...person,
    given_name: nullable(Line),
    family_name: nullable(Line),
    company_name: nullable(Line),
    language: oneOf(languages, 'Language of the messages'),
    revision: Revision,
    is_masked: Type.Boolean(),
    is_erased: Type.Boolean(),
    /** Who may be the same: the same e-mail, phone or tax code, or a name that is nearly theirs. */
    look_alikes: Type.Array(PersonFound, { maxItems: 20 }),
    notes: Type.Array(Note, { maxItems: 200 }),
    appointments: Type.Array(PersonAppointment, { maxItems: 200 }),
  },
  closed,
);

const optionalName = optionalText({ format: 'name', maxLength: 200, description: 'null takes it away, but one name must stay; left out: as it is' });
export const PersonChange = Type.Object(
  {
    revision: Revision,
    given_name: optionalName,
    family_name: optionalName,
    company_name: optionalName,
    email: optionalText({ format: 'email-address', maxLength: 254, description: 'null takes it away; left out: as it is' }),
    phone: optionalText({ format: 'phone', maxLength: 40, description: 'null takes it away; left out: as it is' }),
    tax_code: optionalText({ format: 'tax-code', maxLength: 40, description: 'null takes it away; left out: as it is' }),
    language: Type.Optional(oneOf(languages, 'Language of the messages')),
  },
  closed,
);

/** `duplicate_id` goes up in the person of the path, who keeps what they have and gains what they miss. */
export const MergeRequest = Type.Object({ revision: Revision, duplicate_id: Id, duplicate_revision: Revision }, closed);

export const NoteRequest = Type.Object({ text: Type.String({ format: 'text', minLength: 1, maxLength: 2000 }) }, closed);

/** Everything that is kept about one person, for them (GDPR, articles 15 and 20): a document of plain JSON. */
export const PersonExport = Type.Object(
  { made_at: Instant, union: Line, person: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }), appointments: Type.Array(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }), { maxItems: 10_000 }), notes: Type.Array(text, { maxItems: 10_000 }), messages: Type.Array(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }), { maxItems: 10_000 }) },
  closed,
);

/** Erasing waits for what is still to come: with appointments ahead it is refused unless they are cancelled too. */
export const ErasureRequest = Type.Object({ revision: Revision, cancel_appointments: Type.Optional(Type.Boolean()) }, closed);
export const Erasure = Type.Object({ erased_at: Instant, appointments: Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 }) }, closed);

export type PersonFound = Type.Static<typeof PersonFound>;
export type PersonAppointment = Type.Static<typeof PersonAppointment>;
export type DeskPerson = Type.Static<typeof DeskPerson>;
export type MergeRequest = Type.Static<typeof MergeRequest>;
export type ErasureRequest = Type.Static<typeof ErasureRequest>;
export type PersonExport = Type.Static<typeof PersonExport>;
export type PersonChange = Type.Static<typeof PersonChange>;
