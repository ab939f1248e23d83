import type { Language } from '@sportello/contract';
import type { Localized } from '../database/schema.ts';

/** A text in the language asked for; in Italian where nobody translated it. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] || text.it;
}

export function inLanguageOrNull(text: Localized | null, language: Language): string | null {
  return (text && inLanguage(text, language)) || null;
}
