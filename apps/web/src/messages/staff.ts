import type { Said } from './language.ts';
import { en } from './staff.en.ts';
import { it } from './staff.it.ts';

export const staff: Said<typeof it> = { it, en };
