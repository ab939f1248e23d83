import type { AppointmentState } from '@sportello/contract';
import type { Actor } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Tables } from '../database/schema.ts';
import { settlePapers } from '../files/hold-papers.ts';
import type { Timed } from './appointment.ts';
import { freshCode } from './codes.ts';
import type { BookingDeps } from './deps.ts';
import { recordTransition } from './events.ts';
import type { Application } from './person.ts';
import { appointmentQueries, type Person } from './queries.ts';

export interface Settling {
  /** As the lock found it: live. */
  readonly hold: Timed;
  readonly application: Omit<Application, 'person'>;
  readonly state: Extract<AppointmentState, 'pending' | 'confirmed'>;
  readonly personKey: string | null;
  readonly by: Actor;
  readonly now: number;
  /** The row of who asks for it: a new one, or that of somebody known. */
  readonly findRequester: () => Promise<Person>;
}

/**
 * What citizens and the desk share, inside a write that has the calendars: a live hold becomes an appointment with its
 * people, its answers, its event and its entry of the trail. Messages are left to who calls. null: it ended meanwhile.
 */
export async function settleHold({ database: { tables } }: BookingDeps, tx: Writer, settling: Settling): Promise<{ appointment: Timed; requester: Person } | null> {
  const { hold, application, by, now } = settling;
  const queries = appointmentQueries(tables);
  const changes = { ...whatBecomesOf(settling), code: await freshCode(queries, tx) };
  if (!(await queries.confirm(tx, hold.id, changes, now))) return null;

  const appointment: Timed = { ...hold, ...changes };
  const requester = await settling.findRequester();
  await settlePapers(tx, tables, { holdId: hold.id, answering: application.papers, now });
  await keepRoles(tx, tables, { appointment, requester, onBehalfOf: application.onBehalfOf, now });
  for (const answer of application.answers) await preparedInsert(tx, tables.answers, { id: newId(), appointmentId: hold.id, ...answer });
  const kind = appointment.state === 'pending' ? 'requested' : 'confirmed';
  await recordTransition(tx, tables, { before: hold, after: appointment, personId: requester.id }, { kind, by, at: now });
  return { appointment, requester };
}

function whatBecomesOf({ hold, application, state, personKey, now }: Settling) {
  const { language, topic, details, home, privacyNoticeVersion } = application;
  const address = home ?? { homeStreet: null, homePostalCode: null, homeLocality: null, homeNotes: null };
  return {
    state,
    personKey,
    heldUntil: null,
    clientDigest: null,
    language,
    topic,
    details,
    privacyNoticeVersion,
    ...address,
    confirmedAt: now,
    changedAt: now,
    revision: hold.revision + 1,
  };
}

const unknown = { givenName: null, familyName: null, companyName: null, email: null, phone: null, taxCode: null };

/** A row for somebody whom nobody knew. */
export async function keepPerson(tx: Writer, { people }: Tables, { person, language }: Pick<Application, 'person' | 'language'>, now: number): Promise<Person> {
  const row = { id: newId(), kind: 'natural' as const, ...unknown, ...person, language, createdAt: now, erasedAt: null };
  await preparedInsert(tx, people, row);
  return { ...row, revision: 0 };
}

interface Roles {
  readonly appointment: Timed;
  readonly requester: Person;
  readonly onBehalfOf: Application['onBehalfOf'];
  readonly now: number;
}

async function keepRoles(tx: Writer, { people, appointmentPeople }: Tables, { appointment: { id: appointmentId, language }, requester, onBehalfOf, now }: Roles): Promise<void> {
  await preparedInsert(tx, appointmentPeople, { id: newId(), appointmentId, personId: requester.id, role: 'requester', relation: null });
  if (!onBehalfOf) return;
  const beneficiary = { id: newId(), ...unknown, ...onBehalfOf.beneficiary, language, createdAt: now, erasedAt: null };
  await preparedInsert(tx, people, beneficiary);
  await preparedInsert(tx, appointmentPeople, { id: newId(), appointmentId, personId: beneficiary.id, role: 'beneficiary', relation: onBehalfOf.relation });
}
