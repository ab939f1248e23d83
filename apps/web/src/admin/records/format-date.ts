import type { Language } from '../../messages/language.ts';
import { formatShortDay } from '../../format/dates.ts';

/** "3 dicembre 2026", of a day such as `2026-12-03`. */
export function formatDate(day: string, language: Language): string {
  return /^\d{4}-\d\d-\d\d/.test(day) ? `${formatShortDay(day, language)} ${day.slice(0, 4)}` : day;
}
