import type { Said } from './language.ts';
import { en } from './room.en.ts';
import { it } from './room.it.ts';

export const room: Said<typeof it> = { it, en };
