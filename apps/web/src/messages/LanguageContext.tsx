import { createContext, use } from 'react';
import type { Language, Said } from './language.ts';

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

/** Filled by session/LanguageProvider; without it, as in a test of one component, Italian. */
export const LanguageContext = createContext<Choice>({ language: 'it', choose: () => undefined });

export function useLanguage(): Language {
  return use(LanguageContext).language;
}

export function useLanguageChoice(): Choice {
  return use(LanguageContext);
}

/** The texts in the language of the visitor: `const texts = useMessages(find)`. */
export function useMessages<Texts>(said: Said<Texts>): Texts {
  return said[useLanguage()];
}
