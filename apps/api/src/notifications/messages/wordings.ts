import type { Language } from '@sportello/contract';
import { en } from './en.ts';
import { it } from './it.ts';
import type { Wording } from './wording.ts';

export const wordings: Readonly<Record<Language, Wording>> = { it, en };
