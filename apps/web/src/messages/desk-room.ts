import { en } from './desk-room.en.ts';
import { it } from './desk-room.it.ts';
import type { Said } from './language.ts';

export const deskRoom: Said<typeof it> = { it, en };
