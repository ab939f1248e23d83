import type { Language } from '@sportello/contract';

const locales: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

/** The local day of an instant, in full: `giovedì 3 dicembre 2026`, `giovedì 1° aprile 2027`, `Thursday 3 December 2026`. */
export function dayText(instant: number, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const dayOfMonth = parts.get('day');
  const day = language === 'it' && dayOfMonth === '1' ? '1°' : dayOfMonth;
  return [parts.get('weekday'), day, parts.get('month'), parts.get('year')].join(' ');
}

/** The wall-clock time of an instant: `09:05`. */
export function timeText(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant);
}
