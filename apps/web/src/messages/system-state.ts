import type { Said } from './language.ts';
import { en } from './system-state.en.ts';
import { it } from './system-state.it.ts';

export const systemState: Said<typeof it> = { it, en };
