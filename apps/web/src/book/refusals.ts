import { ApiProblem, type Question } from '@sportello/contract';
import type { Typed } from './draft.ts';
import { answerField } from './mistakes.ts';

/** The step on which a field is typed. */
export type FieldStep = 'start' | 'details' | 'person' | 'summary';

/**
 * What the API would not take, by field of our forms. `/answers/2/value` speaks of the third answer that was sent, so
 * the questions that were answered must be told, in their order.
 */
export function refusedFields(error: unknown, answered: readonly Question[]): Typed {
  const errors = error instanceof ApiProblem ? (error.problem?.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ field, detail }) => [fieldOf(field, answered), detail]));
}

function fieldOf(pointer: string, answered: readonly Question[]): string {
  const question = answered[Number(/^\/answers\/(\d+)\b/.exec(pointer)?.[1] ?? Number.NaN)];
  if (question) return answerField(question);
  // The postal code is that of the comune and is not typed: what is wrong with it is mended beside it.
  return pointer.replace(/^\//, '').replace('home_address/postal_code', 'home_address/locality');
}

export function stepOfField(field: string): FieldStep {
  if (field === 'privacy_notice_version') return 'start';
  if (/^(topic|details|answers)\b/.test(field)) return 'details';
  return /^(person|on_behalf_of|home_address)\b/.test(field) ? 'person' : 'summary';
}

/** Those of the refused fields that belong to a step. */
export function refusedOn(step: FieldStep, refused: Typed): Typed {
  return Object.fromEntries(Object.entries(refused).filter(([field]) => stepOfField(field) === step));
}
