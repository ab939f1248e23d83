import type { PersonExport } from '@sportello/contract';
import { asc, eq } from 'drizzle-orm';
import type { Appointment } from '../../appointments/appointment.ts';
import { shownCode } from '../../appointments/codes.ts';
import { instantWriter } from '../../appointments/wire.ts';
import type { Database } from '../../database/database.ts';
import type { PersonRole, Tables } from '../../database/schema.ts';
import type { Directory } from '../../directory/directory.ts';
import { inLanguage } from '../../directory/in-language.ts';
import { filesOf } from '../../files/files.ts';
import { minutesOf, staysOf } from '../../rooms/stays.ts';
import type { Person } from '../booked.ts';
import { readNotes } from './notes.ts';

type Read = Pick<Database, 'read' | 'tables'>;
type Part = Readonly<Tables['appointmentPeople']['$inferSelect']>;

const language = 'it';

/** Everything that is kept about one person, in Italian, for them to read and take along (GDPR, articles 15 and 20). */
export async function exportOf(database: Read, directory: Directory, person: Person, now: number): Promise<PersonExport> {
  const write = instantWriter(directory);
  const parts = await partsOf(database, person.id);
  const notes = await readNotes(database, 'person', person.id);
  const notesOfAppointments = await Promise.all(parts.filter(isOwn).map(({ part }) => readNotes(database, 'appointment', part.appointmentId)));
  return {
    made_at: write(now),
    union: directory.union.name,
    person: await personOf(database, directory, person),
    appointments: await Promise.all(parts.map((one) => appointmentOf(database, directory, one, now))),
    notes: [...notes, ...notesOfAppointments.flat()].map(({ note }) => note.body),
    messages: await messagesOf(database, directory, person.id),
  };
}

interface TakesPart {
  readonly part: Part;
  readonly appointment: Appointment;
}

async function partsOf({ read, tables: { appointments, appointmentPeople } }: Read, personId: string): Promise<TakesPart[]> {
  return read
    .select({ part: appointmentPeople, appointment: appointments })
    .from(appointmentPeople)
    .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
    .where(eq(appointmentPeople.personId, personId))
    .orderBy(asc(appointments.createdAt), asc(appointments.id));
}

/** What was said in a booking is of whoever made it, and of whom it is for; who came along reads of the meeting alone. */
function isOwn({ part: { role } }: TakesPart): boolean {
  return role === 'requester' || role === 'beneficiary';
}

async function personOf({ read, tables: { identities } }: Read, directory: Directory, person: Person): Promise<PersonExport['person']> {
  const write = instantWriter(directory);
  const proven = await read.select().from(identities).where(eq(identities.personId, person.id));
  const { kind, givenName, familyName, companyName, email, phone, taxCode } = person;
  return {
    kind,
    given_name: givenName,
    family_name: familyName,
    company_name: companyName,
    email,
    phone,
    tax_code: taxCode,
    language: person.language,
    known_since: write(person.createdAt),
    identities: proven.map(({ provider, subject, level, provenAt }) => ({ provider, subject, level, proven_at: write(provenAt) })),
  };
}

async function appointmentOf(database: Read, directory: Directory, { part, appointment }: TakesPart, now: number): Promise<PersonExport['appointments'][number]> {
  const write = instantWriter(directory);
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  const service = directory.services.get(appointment.serviceId);
  return {
    code: shownCode(appointment.code),
    part: part.role,
    relation: part.relation,
    state: appointment.state,
    service: service ? inLanguage(service.name, language) : '',
    office: directory.offices.get(appointment.officeId)?.name[language] ?? '',
    municipality: directory.municipalities.get(appointment.municipalityId)?.name ?? '',
    place: appointment.placeId === null ? null : (directory.places.get(appointment.placeId)?.name[language] ?? ''),
    channel: appointment.channel,
    starts_at: orNull(appointment.startsAt),
    ends_at: orNull(appointment.endsAt),
    arrived_at: orNull(appointment.arrivedAt),
    started_at: orNull(appointment.startedAt),
    ended_at: orNull(appointment.endedAt),
    made_at: write(appointment.createdAt),
    made_by: appointment.bookedBy === null ? 'citizen' : 'desk',
    privacy_notice: appointment.privacyNoticeVersion,
    presence: (await staysOf(database, appointment.id)).map((stay) => ({ role: stay.role, joined_at: write(stay.joinedAt), left_at: orNull(stay.leftAt), minutes: minutesOf(stay, now) })),
    ...(isOwn({ part, appointment }) && (await saidIn(database, directory, appointment))),
  };
}

async function saidIn({ read, tables }: Read, directory: Directory, appointment: Appointment) {
  const write = instantWriter(directory);
  const papers = await filesOf(read, tables, appointment.id);
  const { answers, questions, appointmentPeople, people } = tables;
  const given = await read.select({ label: questions.label, value: answers.value }).from(answers).innerJoin(questions, eq(questions.id, answers.questionId)).where(eq(answers.appointmentId, appointment.id));
  const others = await read.select({ role: appointmentPeople.role, person: people }).from(appointmentPeople).innerJoin(people, eq(people.id, appointmentPeople.personId)).where(eq(appointmentPeople.appointmentId, appointment.id));
  const { topic, details, homeStreet, homePostalCode, homeLocality, homeNotes, cancelReason, outcome, nextStep, callPhone } = appointment;
  return {
    topic,
    details,
    answers: given.map(({ label, value }) => ({ question: label[language], value: papers.find(({ id }) => id === value)?.name ?? value })),
    files: papers.map(({ name, mediaType, bytes, digest, sentBy, createdAt }) => ({ name, media_type: mediaType, bytes, sha256: digest, sent_by: sentBy, sent_at: write(createdAt) })),
    home_address: homeStreet === null ? null : { street: homeStreet, postal_code: homePostalCode, locality: homeLocality, notes: homeNotes },
    call_phone: callPhone,
    reason: cancelReason,
    outcome,
    next_step: nextStep,
    people: others.map(({ role, person }) => ({ part: role satisfies PersonRole, name: [person.givenName, person.familyName, person.companyName].filter(Boolean).join(' ') })),
  };
}

async function messagesOf({ read, tables: { outbox } }: Read, directory: Directory, personId: string): Promise<PersonExport['messages']> {
  const write = instantWriter(directory);
  const rows = await read.select().from(outbox).where(eq(outbox.personId, personId)).orderBy(asc(outbox.id));
  return rows.map(({ message, medium, state, createdAt, sentAt }) => ({ message, medium, state, written_at: write(createdAt), sent_at: sentAt === null ? null : write(sentAt) }));
}
