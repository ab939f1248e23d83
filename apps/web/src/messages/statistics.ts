import type { Said } from './language.ts';
import { en } from './statistics.en.ts';
import { it } from './statistics.it.ts';

export const statistics: Said<typeof it> = { it, en };
