import { en } from './help.en.ts';
import { it } from './help.it.ts';
import type { Said } from './language.ts';

export const help: Said<typeof it> = { it, en };
