import { formatDay, formatHour } from '../format/dates.ts';
import type { Language } from '../messages/language.ts';

/** "mercoledì 2 dicembre 2026, ore 10:00"; "Wednesday 2 December 2026 at 10:00" */
export function formatMoment(instant: string, language: Language): string {
  return `${formatDay(instant, language)}${language === 'it' ? ',' : ''} ${formatHour(instant, language)}`;
}
