import type { Said } from './language.ts';
import { en } from './union-document.en.ts';
import { it } from './union-document.it.ts';

export const unionDocument: Said<typeof it> = { it, en };
