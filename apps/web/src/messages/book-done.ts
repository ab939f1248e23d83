import { en } from './book-done.en.ts';
import { it } from './book-done.it.ts';
import type { Said } from './language.ts';

export const bookDone: Said<typeof it> = { it, en };
