import { dayAfter } from '../format/days.ts';
import type { Language } from '../messages/language.ts';

// In the zone of the desk, wherever the official is.
const zone = 'Europe/Rome';
const parts = { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const formatters = {
  it: new Intl.DateTimeFormat('it-IT', parts),
  en: new Intl.DateTimeFormat('en-GB', parts),
};
const exact = {
  it: new Intl.DateTimeFormat('it-IT', { ...parts, second: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { ...parts, second: '2-digit' }),
};

/** "3 dic 2026, 10:00"; "3 Dec 2026, 10:00" */
export function formatMoment(instant: string, language: Language): string {
  return formatters[language].format(new Date(instant));
}

/** With seconds, for the trail. */
export function formatExactMoment(instant: string, language: Language): string {
  return exact[language].format(new Date(instant));
}

/** Whether it is a day of the calendar, as an address may carry it. */
export function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00:00Z`).toString() !== 'Invalid Date' && dayAfter(text, 0) === text;
}
