import { en } from './manage-move.en.ts';
import { it } from './manage-move.it.ts';
import type { Said } from './language.ts';

export const manageMove: Said<typeof it> = { it, en };
