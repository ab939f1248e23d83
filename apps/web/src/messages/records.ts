import type { Said } from './language.ts';
import { en } from './records.en.ts';
import { it } from './records.it.ts';

export const records: Said<typeof it> = { it, en };
