import type { Said } from './language.ts';
import { en } from './record-forms.en.ts';
import { it } from './record-forms.it.ts';

export const recordForms: Said<typeof it> = { it, en };
