import { en } from './common.en.ts';
import { it } from './common.it.ts';
import type { Said } from './language.ts';

export const common: Said<typeof it> = { it, en };
