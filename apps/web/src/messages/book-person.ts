import { en } from './book-person.en.ts';
import { it } from './book-person.it.ts';
import type { Said } from './language.ts';

export const bookPerson: Said<typeof it> = { it, en };
