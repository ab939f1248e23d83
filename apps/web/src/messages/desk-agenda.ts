import type { Said } from './language.ts';
import { en } from './desk-agenda.en.ts';
import { it } from './desk-agenda.it.ts';

export const deskAgenda: Said<typeof it> = { it, en };
