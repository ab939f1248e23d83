import type { Said } from './language.ts';
import { en } from './desk-hours.en.ts';
import { it } from './desk-hours.it.ts';

export const deskHours: Said<typeof it> = { it, en };
