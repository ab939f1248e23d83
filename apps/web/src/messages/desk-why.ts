import type { Said } from './language.ts';
import { en } from './desk-why.en.ts';
import { it } from './desk-why.it.ts';

export const deskWhy: Said<typeof it> = { it, en };
