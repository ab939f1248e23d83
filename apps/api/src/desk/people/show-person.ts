import type { DeskPerson } from '@sportello/contract';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Appointment } from '../../appointments/appointment.ts';
import type { Directory } from '../../directory/directory.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import { maskEmail, maskPhone, maskTaxCode } from '../../people/mask.ts';
import { bookedOf, isShownTo, type Person } from '../booked.ts';
import type { DeskDeps } from '../deps.ts';
import { itemOnWire, nameOf, type Shown } from '../wire.ts';
import type { Looking } from './find-people.ts';
import { foundOnWire } from './found-on-wire.ts';
import { findLookAlikes } from './look-alikes.ts';
import { notesOnWire, readNotes } from './notes.ts';

const mostAppointments = 200;

interface Showing {
  readonly staff: StaffMember;
  readonly shown: Shown;
  readonly isMasked: boolean;
}

/** A person whole, as the desk shows them: with their notes, the appointments within reach, and who may be the same. */
export async function personOnWire({ database, clock, directory }: Pick<DeskDeps, 'database' | 'clock' | 'directory'>, person: Person, { staff, shown, isMasked }: Showing): Promise<DeskPerson> {
  const looking: Looking = { database, staff, now: clock.now() };
  const known = await directory.current();
  const lookAlikes = person.erasedAt === null ? await findLookAlikes(looking, person) : [];
  return {
    ...fieldsOnWire(person, { shown, isMasked }),
    look_alikes: await foundOnWire(looking, known, lookAlikes, shown),
    notes: notesOnWire(known, await readNotes(database, 'person', person.id), staff),
    appointments: await appointmentsOnWire(looking, known, person.id, shown),
  };
}

function fieldsOnWire(person: Person, { shown, isMasked }: Pick<Showing, 'shown' | 'isMasked'>) {
  const orMasked = (text: string | null, mask: (text: string) => string) => (text === null || !isMasked ? text : mask(text));
  const unlessInitials = (text: string | null) => (shown.asInitials ? null : text);
  return {
    id: person.id,
    kind: person.kind,
    name: nameOf(person, shown),
    given_name: unlessInitials(person.givenName),
    family_name: unlessInitials(person.familyName),
    company_name: unlessInitials(person.companyName),
    email: orMasked(person.email, maskEmail),
    phone: orMasked(person.phone, maskPhone),
    tax_code: orMasked(person.taxCode, maskTaxCode),
    language: person.language,
    revision: person.revision,
    is_masked: isMasked,
    is_erased: person.erasedAt !== null,
  };
}

async function appointmentsOnWire({ database, staff, now }: Looking, known: Directory, personId: string, shown: Shown): Promise<DeskPerson['appointments']> {
  const { appointments, appointmentPeople } = database.tables;
  const parts = await database.read.select({ id: appointmentPeople.appointmentId, role: appointmentPeople.role }).from(appointmentPeople).where(eq(appointmentPeople.personId, personId)).orderBy(desc(appointmentPeople.id));
  const partIn = new Map(parts.map(({ id, role }) => [id, role])); // of several the first one stays
  const theirs = database.read.select({ id: appointmentPeople.appointmentId }).from(appointmentPeople).where(eq(appointmentPeople.personId, personId));
  const found: Appointment[] = await database.read
    .select()
    .from(appointments)
    .where(and(inArray(appointments.id, theirs), isShownTo(database.tables, staff, now)))
    .orderBy(desc(appointments.startsAt), desc(appointments.id))
    .limit(mostAppointments);
  const unlessInitials = (written: string | null) => (shown.asInitials ? null : written);
  return (await bookedOf(database, database.read, found, now)).map((one) => ({
    ...itemOnWire(known, one, shown),
    part: partIn.get(one.appointment.id) ?? 'requester',
    outcome: unlessInitials(one.appointment.outcome),
    next_step: unlessInitials(one.appointment.nextStep),
  }));
}
