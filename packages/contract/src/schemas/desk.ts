import * as Type from 'typebox';
import { appointmentStates, ChannelName, Day, Id, Instant, Line, ListQuery, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** The appointments of one day, of the offices that the asker reaches; `office_id` narrows them to one. */
export const DayQuery = Type.Object({ ...ListQuery, day: Day, office_id: Type.Optional(Id) }, closed);

const personInList = Type.Object(
  { id: Id, name: Line },
  { ...closed, description: 'Who asked for it: given and family name, or those of the company; initials for an auditor' },
);

const deskAppointment = {
  id: Id,
  code: nullable(Line),
  state: oneOf(appointmentStates, 'State of the appointment'),
  channel: ChannelName,
  service_id: Id,
  service_name: Line,
  office_id: Id,
  municipality_id: Id,
  place_id: nullable(Id),
  starts_at: nullable(Instant),
  ends_at: nullable(Instant),
  person: nullable(personInList),
};

export const DeskAppointmentItem = Type.Object(deskAppointment, closed);

export const DeskAppointment = Type.Object(
  { ...deskAppointment, topic: nullable(Type.String({ maxLength: 20_000 })), calendar_names: Type.Array(Line, { maxItems: 20 }), revision: Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 }) },
  closed,
);

/** Contacts and tax code are masked unless `is_masked` says otherwise; the appointments are those within reach. */
export const DeskPerson = Type.Object(
  {
    id: Id,
    name: Line,
    email: nullable(Line),
    phone: nullable(Line),
    tax_code: nullable(Line),
    is_masked: Type.Boolean(),
    appointments: Type.Array(DeskAppointmentItem, { maxItems: 200 }),
  },
  closed,
);

export type DeskAppointmentItem = Type.Static<typeof DeskAppointmentItem>;
export type DeskAppointment = Type.Static<typeof DeskAppointment>;
export type DeskPerson = Type.Static<typeof DeskPerson>;
