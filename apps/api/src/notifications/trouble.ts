import { errorCodes } from '../database/database.ts';
import { SendError } from './senders/sender.ts';

/**
 * What may be logged of an error: what kind it is and where it came from. Its own words may hold an address (a mail
 * server repeats it) or the values of a query.
 */
export function troubleOf(error: unknown): object {
  if (error instanceof SendError) return { failure: error.failure, hint: error.hint };
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: error.name, codes: errorCodes(error), stack: frames.slice(0, 5).map((line) => line.trim()) };
}
