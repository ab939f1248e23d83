import type { Said } from './language.ts';
import { en } from './staff-door.en.ts';
import { it } from './staff-door.it.ts';

export const staffDoor: Said<typeof it> = { it, en };
