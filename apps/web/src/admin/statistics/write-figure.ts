import type { Language } from '../../messages/language.ts';

/** A figure as people write it; what is not known is said so. */
export function writeFigure(value: number | null, language: Language, unknown: string): string {
  return value === null ? unknown : new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
}
