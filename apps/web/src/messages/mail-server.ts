import type { Said } from './language.ts';
import { en } from './mail-server.en.ts';
import { it } from './mail-server.it.ts';

export const mailServer: Said<typeof it> = { it, en };
