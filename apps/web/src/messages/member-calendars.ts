import type { Said } from './language.ts';
import { en } from './member-calendars.en.ts';
import { it } from './member-calendars.it.ts';

export const memberCalendars: Said<typeof it> = { it, en };
