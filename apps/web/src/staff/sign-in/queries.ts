import { showSignInOptions } from '@sportello/contract';
import { ask } from '../../api.ts';

/** Open to everybody: the ways in that this desk has. */
export const signInOptions = ask(showSignInOptions, {});
