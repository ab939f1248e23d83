import type { Language } from '../../../messages/language.ts';

const parts = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const;
const formatters = { it: new Intl.DateTimeFormat('it-IT', parts), en: new Intl.DateTimeFormat('en-GB', parts) };

/** "lun 23 nov"; "Mon 23 Nov": for the head of a column. */
export function shortWeekday(day: string, language: Language): string {
  return formatters[language].format(new Date(`${day}T12:00:00Z`)).replace(',', '');
}
