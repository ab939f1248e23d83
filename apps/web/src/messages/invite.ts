import { en } from './invite.en.ts';
import { it } from './invite.it.ts';
import type { Said } from './language.ts';

export const invite: Said<typeof it> = { it, en };
