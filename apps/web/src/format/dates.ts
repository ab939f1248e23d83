import type { Language } from '../messages/language.ts';

/**
 * Days and times as people read them, in the zone of the desk wherever the visitor is. Instants are ISO strings with
 * offset, as the API sends them; days are `2026-12-03`.
 */
const zone = 'Europe/Rome';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** "giovedì 3 dicembre 2026", "mercoledì 1° aprile 2026"; "Thursday 3 December 2026" */
export function formatDay(instantOrDay: string, language: Language): string {
  return written(instantOrDay, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "3 dicembre", "1° aprile"; "3 December" */
export function formatShortDay(instantOrDay: string, language: Language): string {
  return written(instantOrDay, language, { day: 'numeric', month: 'long' });
}

/** "dicembre 2026" */
export function formatMonth(instantOrDay: string, language: Language): string {
  return written(instantOrDay, language, { month: 'long', year: 'numeric' });
}

/** "10:00", on the clock of the desk */
export function formatTime(instant: string): string {
  return formatter('it', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** "ore 10:00"; "at 10:00" */
export function formatHour(instant: string, language: Language): string {
  return language === 'it' ? `ore ${formatTime(instant)}` : `at ${formatTime(instant)}`;
}

/** "dalle ore 10:00 alle ore 10:30"; "from 10:00 to 10:30" */
export function formatHours(startsAt: string, endsAt: string, language: Language): string {
  const [from, to] = [formatTime(startsAt), formatTime(endsAt)];
  return language === 'it' ? `dalle ore ${from} alle ore ${to}` : `from ${from} to ${to}`;
}

/** The day of an instant on the calendar of the desk, `2026-12-03`. */
export function dayOf(instant: string): string {
  return days.format(new Date(instant));
}

/** The Swedish write days as ISO does. */
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

function written(instantOrDay: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const formatted = formatter(language, parts).formatToParts(new Date(noonOf(instantOrDay)));
  const isFirst = language === 'it' && formatted.some(({ type, value }) => type === 'day' && value === '1');
  const text = formatted.map(({ type, value }) => (type === 'day' && isFirst ? '1°' : value)).join('');
  // Some versions of Intl put a comma after the English weekday.
  return text.replace(/^(\p{L}+),/u, '$1');
}

/** A day without a time is its noon, which is the same day in the zone of the desk. */
function noonOf(instantOrDay: string): string {
  return instantOrDay.length === 10 ? `${instantOrDay}T12:00:00Z` : instantOrDay;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one is slow, so each is made once. */
function formatter(language: Language, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(parts);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...parts });
  formatters.set(key, known);
  return known;
}
