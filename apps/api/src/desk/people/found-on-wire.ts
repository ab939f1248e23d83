import type { PersonFound } from '@sportello/contract';
import { and, eq, inArray } from 'drizzle-orm';
import type { Appointment } from '../../appointments/appointment.ts';
import { instantWriter } from '../../appointments/wire.ts';
import type { Directory } from '../../directory/directory.ts';
import { inLanguage } from '../../directory/in-language.ts';
import { maskEmail, maskPhone, maskTaxCode } from '../../people/mask.ts';
import { isShownTo } from '../booked.ts';
import { nameOf, type Shown } from '../wire.ts';
import type { Found, Looking } from './find-people.ts';

type Meeting = Pick<Appointment, 'id' | 'state' | 'serviceId' | 'startsAt'>;

/** People as lists show them: contacts masked, and of their appointments those within reach. */
export async function foundOnWire(looking: Looking, directory: Directory, found: readonly Found[], shown: Shown): Promise<PersonFound[]> {
  const meetings = await meetingsOf(looking, found.map(({ person }) => person.id));
  return found.map(({ person, matched }) => {
    const theirs = meetings.get(person.id) ?? [];
    return {
      id: person.id,
      kind: person.kind,
      name: nameOf(person, shown),
      email: person.email && maskEmail(person.email),
      phone: person.phone && maskPhone(person.phone),
      tax_code: person.taxCode && maskTaxCode(person.taxCode),
      matched,
      next_appointment: onWire(directory, nextOf(theirs, looking.now), shown),
      last_appointment: onWire(directory, lastOf(theirs, looking.now), shown),
      appointment_count: theirs.length,
    };
  });
}

/** The appointments within reach of each of these people; one in which somebody takes part twice counts once. */
async function meetingsOf({ database: { read, tables }, staff, now }: Looking, ids: readonly string[]): Promise<Map<string, Meeting[]>> {
  if (ids.length === 0) return new Map();
  const { appointments, appointmentPeople } = tables;
  const rows = await read
    .selectDistinct({ personId: appointmentPeople.personId, id: appointments.id, state: appointments.state, serviceId: appointments.serviceId, startsAt: appointments.startsAt })
    .from(appointmentPeople)
    .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
    .where(and(inArray(appointmentPeople.personId, [...ids]), isShownTo(tables, staff, now)));
  return Map.groupBy(rows, ({ personId }) => personId);
}

const calledOff = ['cancelled', 'refused', 'expired'];

function nextOf(meetings: readonly Meeting[], now: number): Meeting | null {
  const ahead = meetings.filter(({ state, startsAt }) => startsAt !== null && startsAt >= now && !calledOff.includes(state));
  return ahead.toSorted(byStart)[0] ?? null;
}

function lastOf(meetings: readonly Meeting[], now: number): Meeting | null {
  const over = meetings.filter(({ state, startsAt }) => startsAt !== null && startsAt < now && !calledOff.includes(state));
  return over.toSorted(byStart).at(-1) ?? null;
}

function byStart(one: Meeting, other: Meeting): number {
  return (one.startsAt ?? 0) - (other.startsAt ?? 0);
}

function onWire(directory: Directory, meeting: Meeting | null, { language }: Shown): PersonFound['next_appointment'] {
  if (meeting === null || meeting.startsAt === null) return null;
  const service = directory.services.get(meeting.serviceId);
  return { id: meeting.id, service_name: service ? inLanguage(service.name, language) : '', starts_at: instantWriter(directory)(meeting.startsAt) };
}
