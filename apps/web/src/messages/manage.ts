import { en } from './manage.en.ts';
import { it } from './manage.it.ts';
import type { Said } from './language.ts';

export const manage: Said<typeof it> = { it, en };
