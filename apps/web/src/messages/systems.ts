import type { Said } from './language.ts';
import { en } from './systems.en.ts';
import { it } from './systems.it.ts';

export const systems: Said<typeof it> = { it, en };
