import { en } from './figures.en.ts';
import { it } from './figures.it.ts';
import type { Said } from './language.ts';

export const figures: Said<typeof it> = { it, en };
