import { ApiProblem, fileRefusals, fileTypes, mostFileBytes } from '@sportello/contract';
import type { it } from '../messages/papers.it.ts';

/** What can be said of a file before it is sent; null: send it. The server judges all of it, and more. */
export function refusalBefore({ name, size }: Pick<File, 'name' | 'size'>, texts: typeof it): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(fileTypes, ending)) return texts.reasons.type;
  if (size === 0) return texts.reasons.empty;
  return size > mostFileBytes ? texts.reasons['too-large'] : null;
}

/** Why it was not taken, and whether it may be worth another try. */
export function refusalAfter(error: unknown, texts: typeof it): { readonly text: string; readonly mayRetry: boolean } {
  if (!(error instanceof ApiProblem)) return { text: texts.trouble.other, mayRetry: true };
  const reason = fileRefusals.find((known) => known === error.problem?.reason);
  if (reason) return { text: texts.reasons[reason], mayRetry: reason === 'too-many' };
  if (error.status === 413) return { text: texts.reasons['too-large'], mayRetry: false };
  if (error.status === 0) return { text: texts.trouble.offline, mayRetry: true };
  if (error.status === 429) return { text: texts.trouble.busy, mayRetry: true };
  if (error.status === 502 || error.status === 503 || error.status === 504) return { text: texts.trouble.unavailable, mayRetry: true };
  const isOver = error.status === 401 || error.status === 403 || error.status === 404 || error.problemName === 'hold-expired' || error.problemName === 'hold-used' || error.problemName === 'room-closed';
  return isOver ? { text: texts.trouble.over, mayRetry: false } : { text: texts.trouble.other, mayRetry: true };
}
