import { type Channel, type Municipality, type Question, relations } from '@sportello/contract';
import { formatDay } from '../../format/dates.ts';
import type { it as doneTexts } from '../../messages/book-done.it.ts';
import type { it as personTexts } from '../../messages/book-person.it.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import type { Fact } from '../../ui/Facts.tsx';
import type { Typed } from '../draft.ts';
import { answerField, paperNameField } from '../mistakes.ts';
import { answeredQuestions } from '../request-body.ts';

/** The questions that were answered, in words. */
export function answerFacts(questions: readonly Question[], typed: Typed, words: typeof personTexts.details): Fact[] {
  return answeredQuestions(questions, typed).map((question) => ({ label: question.label, value: answerInWords(question, typed[question.kind === 'file' ? paperNameField(question) : answerField(question)] ?? '', words) }));
}

function answerInWords({ kind, choices }: Question, answer: string, { yes, no }: typeof personTexts.details): string {
  if (kind === 'yes_no') return answer === 'true' ? yes : no;
  if (kind === 'choice') return choices.find(({ value }) => value === answer)?.label ?? answer;
  return kind === 'date' ? formatDay(answer, currentLanguage()) : answer.trim();
}

interface About {
  readonly channel: Channel;
  readonly municipality: Municipality;
  readonly words: typeof personTexts.person;
  readonly labels: typeof doneTexts.summary;
}

/** Who asks, how they are reached, for whom, and where the operator comes. */
export function personFacts(typed: Typed, { channel, municipality, words, labels }: About): Fact[] {
  const read = (field: string) => typed[field]?.trim() ?? '';
  const beneficiary = beneficiaryIn(read, words);
  const home = channel === 'home' ? `${read('home_address/street')}, ${municipality.postal_code} ${read('home_address/locality')} (${municipality.name})` : '';
  const notes = channel === 'home' ? read('home_address/notes') : '';
  return [
    { label: labels.name, value: `${read('person/given_name')} ${read('person/family_name')}` },
    { label: words.email, value: read('person/email') || labels.nothing },
    { label: words.phone, value: read('person/phone') || labels.nothing },
    ...optional(words.taxCode, read('person/tax_code').toUpperCase()),
    ...optional(labels.home, home),
    ...optional(words.notes, notes),
    ...optional(labels.onBehalf, beneficiary),
  ];
}

function beneficiaryIn(read: (field: string) => string, words: typeof personTexts.person): string {
  const kind = read('on_behalf_of/kind');
  if (kind !== 'person' && kind !== 'company') return '';
  const name = kind === 'person' ? `${read('on_behalf_of/given_name')} ${read('on_behalf_of/family_name')}` : read('on_behalf_of/name');
  const relation = relations.find((known) => known === read('on_behalf_of/relation'));
  return relation ? `${name} (${words.relations[relation]})` : name;
}

function optional(label: string, value: string): Fact[] {
  return value ? [{ label, value }] : [];
}
