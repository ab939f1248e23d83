import type { Said } from './language.ts';
import { en } from './desk.en.ts';
import { it } from './desk.it.ts';

export const desk: Said<typeof it> = { it, en };
