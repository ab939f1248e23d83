import { useAnswerSoon } from '../api.ts';
import { useDeskNow } from '../book/desk-now.ts';
import { clockSkew } from './queries.ts';

/** Now by the clock of the desk, in epoch milliseconds; it moves while the page is open. */
export function useDeskTime(): number {
  return useDeskNow(useAnswerSoon(clockSkew) ?? 0);
}
