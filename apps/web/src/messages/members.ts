import type { Said } from './language.ts';
import { en } from './members.en.ts';
import { it } from './members.it.ts';

export const members: Said<typeof it> = { it, en };
