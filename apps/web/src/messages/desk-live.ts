import type { Said } from './language.ts';
import { en } from './desk-live.en.ts';
import { it } from './desk-live.it.ts';

export const deskLive: Said<typeof it> = { it, en };
