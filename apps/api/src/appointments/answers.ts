import { type AppointmentRequest, isTaxCode, normalizeTaxCode, type QuestionKind } from '@sportello/contract';
import { parseDay } from '@sportello/scheduling';
import type { Question } from '../directory/directory.ts';
import type { FieldProblem, Said } from '../http/problems.ts';

type Answer = NonNullable<AppointmentRequest['answers']>[number];

const addPaper: Said = { it: 'Aggiungi il documento a questa domanda.', en: 'Add the document to this question.' };
const longest: Partial<Record<QuestionKind, number>> = { short_text: 200, long_text: 2000, practice_number: 60 };

/** A paper that was sent to a hold, for one of its questions. */
export interface SentPaper {
  readonly id: string;
  readonly questionId: string | null;
}

/** The answers that go with the questions, as texts to keep (of a paper its id); what does not go is added to `errors`. */
export function judgeAnswers(answers: readonly Answer[], questions: readonly Question[], errors: FieldProblem[], papers: readonly SentPaper[] = []): { questionId: string; value: string }[] {
  const given = new Map<string, string>();
  answers.forEach((answer, index) => {
    const question = questions.find(({ id }) => id === answer.question_id);
    const field = `/answers/${index}`;
    if (!question || given.has(answer.question_id)) {
      const detail = question ? { it: 'La domanda ha già una risposta.', en: 'The question is answered already.' } : { it: 'Questa domanda non esiste.', en: 'There is no such question.' };
      return void errors.push({ field: `${field}/question_id`, detail });
    }
    if (isBlank(answer.value)) return;
    const read = question.kind === 'file' ? readPaper(question, answer.value, papers) : readValue(question, answer.value);
    if (typeof read !== 'string') return void errors.push({ field: `${field}/value`, detail: read });
    given.set(question.id, read);
  });
  for (const { id, required } of questions) {
    const isNamed = answers.some(({ question_id, value }) => question_id === id && !isBlank(value));
    if (required && !isNamed) errors.push({ field: fieldOf(answers, id), detail: { it: 'Rispondi a questa domanda.', en: 'Answer this question.' } });
  }
  return [...given].map(([questionId, value]) => ({ questionId, value }));
}

function fieldOf(answers: readonly Answer[], questionId: string): string {
  const index = answers.findIndex(({ question_id }) => question_id === questionId);
  return index === -1 ? '/answers' : `/answers/${index}/value`;
}

function isBlank(value: Answer['value']): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Only what was sent to this very hold, for this question: ids of others are no answers. */
function readPaper({ id }: Question, value: Answer['value'], papers: readonly SentPaper[]): string | Said {
  const paper = papers.find((one) => one.id === value && one.questionId === id);
  return paper ? paper.id : addPaper;
}

/** The value as it is kept, or how to mend it. */
function readValue({ kind, choices }: Question, value: Answer['value']): string | Said {
  if (kind === 'yes_no') return typeof value === 'boolean' ? String(value) : { it: 'Rispondi sì o no.', en: 'Answer yes or no.' };
  if (typeof value !== 'string') return { it: 'Scrivi la risposta come testo.', en: 'Write the answer as text.' };
  const text = value.trim();
  switch (kind) {
    case 'choice':
      return choices.some((choice) => choice.value === text) ? text : { it: 'Scegli una delle risposte.', en: 'Choose one of the answers.' };
    case 'date':
      return parseDay(text) !== null ? text : { it: 'Scrivi un giorno che esiste.', en: 'Write a day that exists.' };
    case 'tax_code': {
      const code = normalizeTaxCode(text);
      return isTaxCode(code) ? code : { it: 'Il codice fiscale non è corretto.', en: 'The tax code is not right.' };
    }
    case 'short_text':
    case 'long_text':
    case 'practice_number': {
      const most = longest[kind] ?? 200;
      return [...text].length <= most ? text : { it: `Al massimo ${most} caratteri.`, en: `At most ${most} characters.` };
    }
    case 'file':
      return addPaper;
    default:
      return kind satisfies never;
  }
}
