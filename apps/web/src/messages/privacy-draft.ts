import type { Said } from './language.ts';
import { en } from './privacy-draft.en.ts';
import { it } from './privacy-draft.it.ts';

export const privacyDraft: Said<typeof it> = { it, en };
