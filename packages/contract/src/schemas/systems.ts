import * as Type from 'typebox';
import { appointmentStates, ChannelName, Day, Id, Instant, Line, ListQuery, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** An appointment as another system sees it: about nobody. */
export const SystemAppointment = Type.Object(
  {
    id: Id,
    code: nullable(Line),
    state: oneOf(appointmentStates, 'How it stands'),
    sequence: Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647, description: 'Rises with each change of time, place or state that a calendar shows' }),
    service_id: Id,
    office_id: Id,
    municipality_id: Id,
    place_id: nullable(Id),
    channel: ChannelName,
    starts_at: nullable(Instant),
    ends_at: nullable(Instant),
    created_at: Instant,
  },
  closed,
);

export const SystemAppointmentQuery = Type.Object(
  {
    ...ListQuery,
    from: Type.Unsafe<string>({ ...Day, description: 'First day of the appointments' }),
    to: Type.Unsafe<string>({ ...Day, description: 'Last day: at most 62 days in all' }),
    office_id: Type.Optional(Id),
    service_id: Type.Optional(Id),
    state: Type.Optional(oneOf(appointmentStates, 'Only those in this state')),
  },
  closed,
);

export const SystemAppointmentParams = Type.Object({ appointment_id: Id }, closed);

/** Who comes, as the desk knows them. */
export const SystemPeople = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          role: oneOf(['requester', 'beneficiary', 'professional', 'companion', 'interpreter'], 'As what'),
          given_name: nullable(Line),
          family_name: nullable(Line),
          company_name: nullable(Line),
          email: nullable(Line),
          phone: nullable(Line),
          tax_code: nullable(Line),
        },
        closed,
      ),
      { maxItems: 100 },
    ),
  },
  closed,
);

export type SystemAppointment = Type.Static<typeof SystemAppointment>;
export type SystemAppointmentQuery = Type.Static<typeof SystemAppointmentQuery>;
export type SystemPeople = Type.Static<typeof SystemPeople>;
