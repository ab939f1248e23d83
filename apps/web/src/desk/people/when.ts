import { formatShortDay, formatTime } from '../../format/dates.ts';
import type { Language } from '../../messages/language.ts';

/** "23 novembre, 10:00", with the year where it is not that of now. */
export function formatStart(instant: string, language: Language, now: number): string {
  const day = formatShortDay(instant, language);
  const year = instant.slice(0, 4);
  const isThisYear = year === new Date(now).toISOString().slice(0, 4);
  return `${isThisYear ? day : `${day} ${year}`}, ${formatTime(instant)}`;
}
