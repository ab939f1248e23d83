import type { Language } from '../../messages/language.ts';

const formatters = {
  it: new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }),
};

/** "lun 23 nov"; "Mon 23 Nov", for the head of a column. */
export function writeColumnDay(day: string, language: Language): string {
  return formatters[language].format(new Date(`${day}T12:00:00Z`)).replace(',', '');
}
