import type { Said } from './language.ts';
import { en } from './desk-invitations.en.ts';
import { it } from './desk-invitations.it.ts';

export const deskInvitations: Said<typeof it> = { it, en };
