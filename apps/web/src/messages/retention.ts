import type { Said } from './language.ts';
import { en } from './retention.en.ts';
import { it } from './retention.it.ts';

export const retention: Said<typeof it> = { it, en };
