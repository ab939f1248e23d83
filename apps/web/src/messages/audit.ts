import type { Said } from './language.ts';
import { en } from './audit.en.ts';
import { it } from './audit.it.ts';

export const audit: Said<typeof it> = { it, en };
