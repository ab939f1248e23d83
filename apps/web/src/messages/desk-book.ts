import type { Said } from './language.ts';
import { en } from './desk-book.en.ts';
import { it } from './desk-book.it.ts';

export const deskBook: Said<typeof it> = { it, en };
