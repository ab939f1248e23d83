import type { Said } from './language.ts';
import { en } from './video-connection.en.ts';
import { it } from './video-connection.it.ts';

export const videoConnection: Said<typeof it> = { it, en };
