import type { Said } from './language.ts';
import { en } from './services-admin.en.ts';
import { it } from './services-admin.it.ts';

export const servicesAdmin: Said<typeof it> = { it, en };
