import type { Said } from './language.ts';
import { en } from './manage-proposal.en.ts';
import { it } from './manage-proposal.it.ts';

export const manageProposal: Said<typeof it> = { it, en };
