import { en } from './find.en.ts';
import { it } from './find.it.ts';
import type { Said } from './language.ts';

export const find: Said<typeof it> = { it, en };
