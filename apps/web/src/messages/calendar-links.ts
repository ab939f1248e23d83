import type { Said } from './language.ts';
import { en } from './calendar-links.en.ts';
import { it } from './calendar-links.it.ts';

export const calendarLinks: Said<typeof it> = { it, en };
