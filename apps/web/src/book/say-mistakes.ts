import type { it } from '../messages/book-person.it.ts';
import type { Mistakes } from './mistakes.ts';

/** Field -> how to mend it, in the visitor's language. */
export function sayMistakes(mistakes: Mistakes, texts: typeof it.mistakes): Record<string, string> {
  return Object.fromEntries(Object.entries(mistakes).map(([field, mistake]) => [field, texts[mistake]]));
}
