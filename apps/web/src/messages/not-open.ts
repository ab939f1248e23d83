import type { Said } from './language.ts';
import { en } from './not-open.en.ts';
import { it } from './not-open.it.ts';

export const notOpen: Said<typeof it> = { it, en };
