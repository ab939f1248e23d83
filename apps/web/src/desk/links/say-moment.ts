import { dayOf, formatTime } from '../../format/dates.ts';
import type { Language } from '../../messages/language.ts';
import { formatMoment } from '../../staff/moments.ts';

/** "oggi alle 09:10", and on another day "3 dic 2026, 10:00". `now`: epoch milliseconds by the clock of the desk. */
export function sayMoment(instant: string, now: number, todayAt: (time: string) => string, language: Language): string {
  const isToday = dayOf(instant) === dayOf(new Date(now).toISOString());
  return isToday ? todayAt(formatTime(instant)) : formatMoment(instant, language);
}
