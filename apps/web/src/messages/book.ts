import { en } from './book.en.ts';
import { it } from './book.it.ts';
import type { Said } from './language.ts';

export const book: Said<typeof it> = { it, en };
