import type { Said } from './language.ts';
import { en } from './people.en.ts';
import { it } from './people.it.ts';

export const people: Said<typeof it> = { it, en };
