import type { Said } from './language.ts';
import { en } from './record-fields.en.ts';
import { it } from './record-fields.it.ts';

export const recordFields: Said<typeof it> = { it, en };
