import { en } from './papers.en.ts';
import { it } from './papers.it.ts';
import type { Said } from './language.ts';

export const papers: Said<typeof it> = { it, en };
