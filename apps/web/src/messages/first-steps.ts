import { en } from './first-steps.en.ts';
import type { Said } from './language.ts';
import { it } from './first-steps.it.ts';

export const firstSteps: Said<typeof it> = { it, en };
