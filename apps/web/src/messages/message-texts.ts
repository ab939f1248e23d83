import type { Said } from './language.ts';
import { en } from './message-texts.en.ts';
import { it } from './message-texts.it.ts';

export const messageTexts: Said<typeof it> = { it, en };
