import type { Said } from './language.ts';
import { en } from './logo.en.ts';
import { it } from './logo.it.ts';

export const logoTexts: Said<typeof it> = { it, en };
