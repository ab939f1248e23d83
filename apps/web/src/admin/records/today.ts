import { useAnswerSoon } from '../../api.ts';
import { now } from '../../clock.ts';
import { dayOf } from '../../format/dates.ts';
import { clockSkew } from '../../session/desk-clock.ts';

/** The day of today on the clock of the desk, `2026-12-03`. */
export function useToday(): string {
  const skew = useAnswerSoon(clockSkew) ?? 0;
  return dayOf(new Date(now() + skew).toISOString());
}
