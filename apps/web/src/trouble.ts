import { ApiProblem } from '@sportello/contract';
import type { it } from './messages/common.it.ts';

/** What went wrong, as far as a person can do something about it. */
export type Trouble =
  | { readonly kind: 'offline' | 'unavailable' | 'missing' | 'outdated' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'broken'; readonly requestNumber: string | null }
  | { readonly kind: 'refused'; readonly title: string; readonly text: string };

/** The one translator of errors: of the API, of a chunk of code that did not come, of our own bugs. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiProblem) return troubleOfAnswer(error);
  return isMissingCode(error) ? { kind: 'outdated' } : { kind: 'broken', requestNumber: null };
}

function troubleOfAnswer({ status, problem, retryAfterSeconds }: ApiProblem): Trouble {
  if (status === 0) return { kind: 'offline' };
  if (status === 404) return { kind: 'missing' };
  if (status === 429) return { kind: 'busy', seconds: retryAfterSeconds ?? 60 };
  if (status === 502 || status === 503 || status === 504) return { kind: 'unavailable' };
  if (status >= 500 || !problem) return { kind: 'broken', requestNumber: problem?.instance ?? null };
  return { kind: 'refused', title: problem.title, text: problem.detail };
}

/** After an update of the site its old code is gone from the server; each browser says so in its own words. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module|module script/i.test(error.message);
}

/** Title and text for a person. */
export function sayTrouble(trouble: Trouble, texts: typeof it.trouble): { readonly title: string; readonly text: string } {
  switch (trouble.kind) {
    case 'offline':
    case 'unavailable':
    case 'missing':
    case 'outdated':
    case 'broken':
      return texts[trouble.kind];
    case 'busy':
      return { title: texts.busy.title, text: texts.busy.text(trouble.seconds) };
    case 'refused':
      return trouble;
    default:
      return trouble satisfies never;
  }
}

/** What the API says of single fields: JSON pointer without its slash -> how to mend it. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const errors = error instanceof ApiProblem ? (error.problem?.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ field, detail }) => [field.replace(/^\//, ''), detail]));
}
