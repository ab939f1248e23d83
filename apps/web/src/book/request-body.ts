import { type AppointmentRequest, type Language, normalizeTaxCode, type Question, relations } from '@sportello/contract';
import type { Typed } from './draft.ts';
import { answerField } from './mistakes.ts';
import type { Bookable } from './resolve-choice.ts';

interface Request {
  readonly holdId: string;
  readonly bookable: Bookable;
  readonly typed: Typed;
  readonly language: Language;
  readonly notice: string;
}

/** What is sent: of what was typed, all that this service, channel and kind of requester ask for, and nothing else. */
export function requestBody({ holdId, bookable: { municipality, service, way }, typed, language, notice }: Request): AppointmentRequest {
  return {
    hold_id: holdId,
    person: {
      given_name: read(typed, 'person/given_name'),
      family_name: read(typed, 'person/family_name'),
      email: read(typed, 'person/email'),
      phone: read(typed, 'person/phone'),
      tax_code: normalizeTaxCode(read(typed, 'person/tax_code')),
    },
    on_behalf_of: beneficiary(typed),
    home_address: way.channel === 'home' ? homeAddress(typed, municipality.postal_code) : null,
    topic: (typed.topic ?? service.name).trim(),
    details: read(typed, 'details'),
    answers: answeredQuestions(way.questions, typed).map((question) => ({ question_id: question.id, value: valueOf(question, typed) })),
    language,
    privacy_notice_version: notice,
  };
}

/** Those with an answer, in their order, which is also the order of the answers in the request. */
export function answeredQuestions(questions: readonly Question[], typed: Typed): Question[] {
  return questions.filter((question) => read(typed, answerField(question)) !== '');
}

function valueOf(question: Question, typed: Typed): string | boolean {
  const answer = read(typed, answerField(question));
  return question.kind === 'yes_no' ? answer === 'true' : answer;
}

function beneficiary(typed: Typed): NonNullable<AppointmentRequest['on_behalf_of']> | null {
  const kind = read(typed, 'on_behalf_of/kind');
  const relation = relations.find((known) => known === read(typed, 'on_behalf_of/relation'));
  if (!relation) return null;
  const tax_code = normalizeTaxCode(read(typed, 'on_behalf_of/tax_code'));
  if (kind === 'company') return { kind, name: read(typed, 'on_behalf_of/name'), tax_code, relation };
  if (kind !== 'person') return null;
  return { kind, given_name: read(typed, 'on_behalf_of/given_name'), family_name: read(typed, 'on_behalf_of/family_name'), tax_code, relation };
}

function homeAddress(typed: Typed, postalCode: string) {
  return { street: read(typed, 'home_address/street'), postal_code: postalCode, locality: read(typed, 'home_address/locality'), notes: read(typed, 'home_address/notes') };
}

function read(typed: Typed, field: string): string {
  return typed[field]?.trim() ?? '';
}
