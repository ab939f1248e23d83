import { en } from './book-time.en.ts';
import { it } from './book-time.it.ts';
import type { Said } from './language.ts';

export const bookTime: Said<typeof it> = { it, en };
