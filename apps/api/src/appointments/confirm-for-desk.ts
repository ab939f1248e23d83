import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { ChannelRules } from '../directory/directory.ts';
import { problem } from '../http/problems.ts';
import { enqueueConfirmation } from '../notifications/enqueue.ts';
import { type Appointment, isLiveHold, isTimed, type Timed } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import type { Official } from './hold-for-desk.ts';
import { lockAppointment } from './lock.ts';
import { type Application, personKeyText, type PersonSaid } from './person.ts';
import { appointmentQueries, type Person } from './queries.ts';
import { keepPerson, settleHold } from './settle.ts';

/** For whom the desk books: somebody known, with what was said to complete what is known of them, or somebody new. */
export type Somebody =
  | { readonly isKnown: true; readonly person: Person; readonly said: { readonly [Name in keyof PersonSaid]: PersonSaid[Name] | null } }
  | { readonly isKnown: false; readonly said: PersonSaid };

export interface DeskConfirmation {
  readonly hold: Appointment;
  readonly somebody: Somebody;
  readonly application: Omit<Application, 'person'>;
  /** For the desk only. */
  readonly note: string | null;
  readonly rules: ChannelRules;
  readonly by: Official;
}

export type DeskConfirmOutcome =
  | { readonly ok: true; readonly appointment: Appointment }
  | { readonly ok: false; readonly why: 'hold-expired' | 'hold-used' };

/**
 * A live hold of the desk becomes an appointment: confirmed, since an official made it, and whatever the limits for
 * citizens. Sent twice for the same person it is the same appointment. One write, messages included.
 */
export async function confirmForDesk(deps: BookingDeps, confirmation: DeskConfirmation): Promise<DeskConfirmOutcome> {
  const { tables } = deps.database;
  return attempt<DeskConfirmOutcome>(deps.database, async (tx) => {
    const { hold, somebody, application, note, rules, by } = confirmation;
    const present = await lockAppointment(deps, tx, hold.id);
    const now = deps.clock.now();
    if (!present || !isTimed(present) || present.state === 'expired') return { ok: false, why: 'hold-expired' };
    if (present.state !== 'held') return (await isRepeated(tx, tables, present, somebody)) ? { ok: true, appointment: present } : { ok: false, why: 'hold-used' };
    if (!isLiveHold(present, now)) return { ok: false, why: 'hold-expired' };

    const contacts = contactsOf(somebody);
    const personKey = contacts.email || contacts.phone ? deps.secrets.digest('person', personKeyText(contacts)) : null;
    const findRequester = () => (somebody.isKnown ? completePerson(tx, tables, somebody, by, now) : keepPerson(tx, tables, { person: somebody.said, language: application.language }, now));
    const settled = await settleHold(deps, tx, { hold: present, application, state: 'confirmed', personKey, by, now, findRequester });
    if (!settled) return { ok: false, why: 'hold-expired' };
    const { appointment, requester } = settled;
    if (note) await keepNote(tx, tables, { body: note, appointment, requester, by, now });
    // What is over already (somebody was served before it was typed) is not told: they were there.
    if (appointment.endsAt > now) await enqueueConfirmation(tx, tables, { ...appointment, requester, reminderMinutes: rules.reminderMinutes }, now);
    return { ok: true, appointment };
  });
}

/** How somebody can be reached, with what they said now. */
export function contactsOf(somebody: Somebody): Pick<PersonSaid, 'email' | 'phone'> {
  if (!somebody.isKnown) return somebody.said;
  const { person, said } = somebody;
  return { email: person.email || said.email, phone: person.phone || said.phone };
}

/** Whether the hold became an appointment of the same person: then the same request came twice, and the answer is the same. */
async function isRepeated(tx: Writer, tables: Tables, appointment: Timed, somebody: Somebody): Promise<boolean> {
  const requester = await appointmentQueries(tables).requester(tx, appointment.id);
  if (!requester) return false;
  if (somebody.isKnown) return requester.id === somebody.person.id;
  const { givenName, familyName } = somebody.said;
  return requester.givenName === givenName && requester.familyName === familyName;
}

const completed = ['givenName', 'familyName', 'email', 'phone', 'taxCode'] as const;
const onWire = { givenName: 'given_name', familyName: 'family_name', email: 'email', phone: 'phone', taxCode: 'tax_code' } as const;

/** Fills what was not known of somebody; what is known stays, and is corrected on the page of the person. Throws `changed-meanwhile` for who was erased meanwhile. */
async function completePerson(tx: Writer, tables: Tables, { person, said }: Extract<Somebody, { isKnown: true }>, by: Official, now: number): Promise<Person> {
  const { people } = tables;
  // Their row is locked: whoever erases people whom no appointment names has done so before, or waits and finds this one.
  const present = await tx.update(people).set({ revision: sql`${people.revision}` }).where(and(eq(people.id, person.id), isNull(people.erasedAt))).returning({ id: people.id });
  if (present.length === 0) throw problem('changed-meanwhile');
  const isCompany = person.kind === 'legal';
  const names = completed.filter((name) => said[name] && !person[name] && !(isCompany && (name === 'givenName' || name === 'familyName')));
  if (names.length === 0) return person;
  // Somebody else may have completed them meanwhile: what is there by now stays.
  const news = Object.fromEntries(names.map((name) => [name, sql`coalesce(${people[name]}, ${said[name]})`]));
  const [row] = await tx.update(people).set({ ...news, revision: sql`${people.revision} + 1` }).where(eq(people.id, person.id)).returning();
  if (!row) return person;
  const values = (of: Person) => Object.fromEntries(names.map((name) => [onWire[name], of[name]]));
  await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'person', id: person.id }, personId: person.id, before: values(person), after: values(row) }, now);
  return row;
}

interface NewNote {
  readonly body: string;
  readonly appointment: Timed;
  readonly requester: Person;
  readonly by: Official;
  readonly now: number;
}

async function keepNote(tx: Writer, tables: Tables, { body, appointment, requester, by, now }: NewNote): Promise<void> {
  const id = newId();
  await tx.insert(tables.notes).values({ id, ownerKind: 'appointment', ownerId: appointment.id, staffId: by.staffId, body, createdAt: now });
  const written = { text: null }; // which field, not what was in it
  await recordAudit(tx, tables, by, { action: 'create', object: { kind: 'note', id }, personId: requester.id, before: written, after: written }, now);
}
