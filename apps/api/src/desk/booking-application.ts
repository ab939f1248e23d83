import { type DeskAppointmentRequest, normalizeName } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { judgeAnswers } from '../appointments/answers.ts';
import { contactsOf, type Somebody } from '../appointments/confirm-for-desk.ts';
import { type Application, judgePhone, missing, readBeneficiary, readContacts, readHome, trimmed } from '../appointments/person.ts';
import type { ChannelRules, Directory } from '../directory/directory.ts';
import { type FieldProblem, invalid, problem } from '../http/problems.ts';
import type { Person } from './booked.ts';
import type { DeskDeps } from './deps.ts';
import { findPerson } from './people/find-person.ts';

interface Booking {
  readonly somebody: Somebody;
  readonly application: Omit<Application, 'person'>;
  readonly note: string | null;
}

/**
 * What an official typed for somebody. They may have neither e-mail nor phone, and leave questions open; what is said must
 * be right. Throws one `validation` problem with a line for each field to mend.
 */
export async function readBooking(deps: DeskDeps, request: FastifyRequest, body: DeskAppointmentRequest, directory: Directory, rules: ChannelRules, municipalityId: string): Promise<Booking> {
  const municipality = directory.municipalities.get(municipalityId);
  if (!municipality) throw problem('slot-not-offered', { alternatives: [] });
  const person = body.person_id ? await knownPerson(deps, request, body.person_id) : null;

  const errors: FieldProblem[] = [];
  const somebody = readSomebody(person, body.person ?? null, errors);
  judgePhone(contactsOf(somebody), rules, errors);
  const home = rules.channel === 'home' ? readHome(body.home_address ?? null, municipality, errors) : null;
  const mayStayOpen = rules.questions.map((question) => ({ ...question, required: false }));
  const answers = judgeAnswers(body.answers ?? [], mayStayOpen, errors);
  if (errors.length > 0) throw problem('validation', { errors });
  const application = {
    onBehalfOf: readBeneficiary(body.on_behalf_of ?? null),
    home,
    topic: trimmed(body.topic),
    details: trimmed(body.details),
    answers,
    papers: [],
    language: body.language ?? person?.language ?? 'it',
    privacyNoticeVersion: directory.privacyNotice.version,
  };
  return { somebody, application, note: trimmed(body.note) };
}

/** Somebody within reach; throws `validation` for anybody else, and for who was erased. */
export async function knownPerson(deps: DeskDeps, request: FastifyRequest, id: string): Promise<Person> {
  const found = await findPerson(deps, request, id);
  if (!found) throw invalid('/person_id', { it: 'Questa persona non è tra quelle dei tuoi uffici.', en: 'This person is not among those of your offices.' });
  return found;
}

function readSomebody(person: Person | null, said: NonNullable<DeskAppointmentRequest['person']> | null, errors: FieldProblem[]): Somebody {
  const givenName = said?.given_name ? normalizeName(said.given_name) : null;
  const familyName = said?.family_name ? normalizeName(said.family_name) : null;
  const contacts = readContacts(said ?? {});
  if (person) return { isKnown: true, person, said: { givenName, familyName, ...contacts } };
  if (!givenName) errors.push({ field: '/person/given_name', detail: missing });
  if (!familyName) errors.push({ field: '/person/family_name', detail: missing });
  return { isKnown: false, said: { givenName: givenName ?? '', familyName: familyName ?? '', ...contacts } };
}
