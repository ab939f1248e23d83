import { type DeskAppointmentRequest, type Language, normalizeTaxCode, type Question, relations } from '@sportello/contract';
import { answerField } from '../../book/mistakes.ts';
import type { DeskWish } from './desk-choice.ts';
import type { Somebody, Typed } from './draft.ts';

interface Request {
  readonly holdId: string;
  readonly wish: Pick<DeskWish, 'way' | 'municipality'>;
  readonly person: Somebody;
  readonly typed: Typed;
  /** Of the messages; null for who is known: theirs is. */
  readonly language: Language | null;
  /** Of somebody known, whose contacts are completed. */
  readonly knownName: { readonly given_name: string; readonly family_name: string } | null;
}

/** What is sent: of what was typed, all that this way of meeting and this person ask for, and nothing else. */
export function deskRequestBody({ holdId, wish: { way, municipality }, person, typed, language, knownName }: Request): DeskAppointmentRequest {
  const isKnown = person.kind === 'known';
  return {
    hold_id: holdId,
    ...(isKnown && { person_id: person.id }),
    ...(isKnown ? knownName && { person: { ...knownName, ...contacts(typed) } } : { person: { given_name: read(typed, 'person/given_name'), family_name: read(typed, 'person/family_name'), ...contacts(typed) } }),
    on_behalf_of: beneficiary(typed),
    home_address: way.channel === 'home' ? homeAddress(typed, municipality.postal_code) : null,
    topic: read(typed, 'topic') || null,
    details: read(typed, 'details') || null,
    answers: answered(way.questions, typed).map((question) => ({ question_id: question.id, value: valueOf(question, typed) })),
    ...(language && { language }),
    note: read(typed, 'note') || null,
  };
}

/** Whether something was typed that completes what is known of somebody. */
export function completesContacts(typed: Typed): boolean {
  return Object.values(contacts(typed)).some(Boolean);
}

/** The questions with an answer, in their order, which is also the order of the answers in the request. */
export function answered(questions: readonly Question[], typed: Typed): Question[] {
  return questions.filter((question) => question.kind !== 'file' && read(typed, answerField(question)) !== '');
}

function contacts(typed: Typed) {
  return { email: read(typed, 'person/email') || null, phone: read(typed, 'person/phone') || null, tax_code: normalizeTaxCode(read(typed, 'person/tax_code')) || null };
}

function valueOf(question: Question, typed: Typed): string | boolean {
  const answer = read(typed, answerField(question));
  return question.kind === 'yes_no' ? answer === 'true' : answer;
}

function beneficiary(typed: Typed): NonNullable<DeskAppointmentRequest['on_behalf_of']> | null {
  const kind = read(typed, 'on_behalf_of/kind');
  const relation = relations.find((known) => known === read(typed, 'on_behalf_of/relation')) ?? 'family';
  if (kind === 'company') return { kind, name: read(typed, 'on_behalf_of/name'), relation };
  if (kind !== 'person') return null;
  return { kind, given_name: read(typed, 'on_behalf_of/given_name'), family_name: read(typed, 'on_behalf_of/family_name'), relation };
}

function homeAddress(typed: Typed, postalCode: string) {
  return { street: read(typed, 'home_address/street'), postal_code: postalCode, locality: read(typed, 'home_address/locality'), notes: read(typed, 'home_address/notes') || null };
}

function read(typed: Typed, field: string): string {
  return typed[field]?.trim() ?? '';
}
