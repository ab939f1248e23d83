import type { Said } from './language.ts';
import { en } from './desk-requests.en.ts';
import { it } from './desk-requests.it.ts';

export const deskRequests: Said<typeof it> = { it, en };
