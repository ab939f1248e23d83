import { en } from './room-before.en.ts';
import { it } from './room-before.it.ts';
import type { Said } from './language.ts';

export const roomBefore: Said<typeof it> = { it, en };
