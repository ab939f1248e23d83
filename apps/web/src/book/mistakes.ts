import { type Channel, isEmail, isName, isTaxCode, normalizeEmail, normalizeName, normalizeTaxCode, type Question } from '@sportello/contract';
import type { Typed } from './draft.ts';

/** Why a field cannot be taken; each has its text. */
export type Mistake = 'givenName' | 'familyName' | 'companyName' | 'name' | 'email' | 'contact' | 'phoneMissing' | 'phone' | 'taxCode' | 'relation' | 'street' | 'locality' | 'localityElsewhere' | 'topic' | 'answer' | 'paper' | 'date';
export type Mistakes = Readonly<Record<string, Mistake>>;

const fewestDigits = 6;

export function mistakesInDetails(typed: Typed, questions: readonly Question[], presetTopic: string): Mistakes {
  return onlyMistakes({
    topic: (typed.topic ?? presetTopic).trim() === '' && 'topic',
    ...Object.fromEntries(questions.map((question) => [answerField(question), mistakeInAnswer(question, read(typed, answerField(question)))])),
  });
}

/** `elsewhere`: the names of the other comuni, where a visit of this request cannot be. */
export function mistakesInPerson(typed: Typed, channel: Channel, elsewhere: readonly string[] = []): Mistakes {
  const email = read(typed, 'person/email');
  const phone = read(typed, 'person/phone');
  const needsPhone = channel === 'phone' || channel === 'home';
  return onlyMistakes({
    'person/given_name': mistakeInName(read(typed, 'person/given_name'), 'givenName'),
    'person/family_name': mistakeInName(read(typed, 'person/family_name'), 'familyName'),
    'person/email': mistakeInEmail(email) || (!email && !phone && !needsPhone && 'contact'),
    'person/phone': mistakeInPhone(phone) || (!phone && needsPhone && 'phoneMissing'),
    'person/tax_code': mistakeInTaxCode(read(typed, 'person/tax_code')),
    ...mistakesInBeneficiary(typed),
    ...(channel === 'home' && {
      'home_address/street': !read(typed, 'home_address/street') && 'street',
      'home_address/locality': mistakeInLocality(read(typed, 'home_address/locality'), elsewhere),
    }),
  });
}

export function answerField({ id }: Pick<Question, 'id'>): string {
  return `answers/${id}`;
}

/** What the paper is called whose id is the answer. */
export function paperNameField({ id }: Pick<Question, 'id'>): string {
  return `papers/${id}`;
}

function mistakesInBeneficiary(typed: Typed): Readonly<Record<string, Mistake | false>> {
  const kind = read(typed, 'on_behalf_of/kind');
  if (kind !== 'person' && kind !== 'company') return {};
  return {
    ...(kind === 'company' && { 'on_behalf_of/name': mistakeInName(read(typed, 'on_behalf_of/name'), 'companyName') }),
    ...(kind === 'person' && {
      'on_behalf_of/given_name': mistakeInName(read(typed, 'on_behalf_of/given_name'), 'givenName'),
      'on_behalf_of/family_name': mistakeInName(read(typed, 'on_behalf_of/family_name'), 'familyName'),
    }),
    'on_behalf_of/tax_code': mistakeInTaxCode(read(typed, 'on_behalf_of/tax_code')),
    'on_behalf_of/relation': !read(typed, 'on_behalf_of/relation') && 'relation',
  };
}

function mistakeInAnswer({ kind, required }: Question, answer: string): Mistake | false {
  if (!answer) return required && (kind === 'file' ? 'paper' : 'answer');
  if (kind === 'tax_code') return mistakeInTaxCode(answer);
  return kind === 'date' && !/^\d{4}-\d\d-\d\d$/.test(answer) && 'date';
}

function mistakeInName(name: string, missing: Mistake): Mistake | false {
  if (!name) return missing;
  return !isName(normalizeName(name)) && 'name';
}

function mistakeInEmail(email: string): Mistake | false {
  return email !== '' && !isEmail(normalizeEmail(email)) && 'email';
}

/** Only what can be no number anywhere; the server knows the plans of the world. */
function mistakeInPhone(phone: string): Mistake | false {
  return phone !== '' && (phone.match(/\d/g) ?? []).length < fewestDigits && 'phone';
}

function mistakeInLocality(locality: string, elsewhere: readonly string[]): Mistake | false {
  if (!locality) return 'locality';
  return elsewhere.some((name) => name.localeCompare(locality, 'it', { sensitivity: 'base' }) === 0) && 'localityElsewhere';
}

function mistakeInTaxCode(code: string): Mistake | false {
  return code !== '' && !isTaxCode(normalizeTaxCode(code)) && 'taxCode';
}

function read(typed: Typed, field: string): string {
  return typed[field]?.trim() ?? '';
}

function onlyMistakes(judged: Readonly<Record<string, Mistake | false>>): Mistakes {
  return Object.fromEntries(Object.entries(judged).filter((entry): entry is [string, Mistake] => entry[1] !== false));
}
