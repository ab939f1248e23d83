import { en } from './appointment-table.en.ts';
import { it } from './appointment-table.it.ts';
import type { Said } from './language.ts';

export const appointmentTable: Said<typeof it> = { it, en };
