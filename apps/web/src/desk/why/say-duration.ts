import type { Language } from '../../messages/language.ts';

const hour = 60;
const day = 24 * hour;

/** "2 ore", "1 giorno", "90 minuti", in the largest unit that is whole. */
export function sayDuration(minutes: number, language: Language): string {
  const [count, unit] = minutes > 0 && minutes % day === 0 ? ([minutes / day, 'day'] as const) : minutes > 0 && minutes % hour === 0 ? ([minutes / hour, 'hour'] as const) : ([minutes, 'minute'] as const);
  return new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
