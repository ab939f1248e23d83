import type { Said } from './language.ts';
import { en } from './desk-today.en.ts';
import { it } from './desk-today.it.ts';

export const deskToday: Said<typeof it> = { it, en };
