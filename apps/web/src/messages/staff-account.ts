import type { Said } from './language.ts';
import { en } from './staff-account.en.ts';
import { it } from './staff-account.it.ts';

export const staffAccount: Said<typeof it> = { it, en };
