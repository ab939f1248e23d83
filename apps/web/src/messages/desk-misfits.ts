import type { Said } from './language.ts';
import { en } from './desk-misfits.en.ts';
import { it } from './desk-misfits.it.ts';

export const deskMisfits: Said<typeof it> = { it, en };
