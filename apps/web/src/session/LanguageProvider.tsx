import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import type { Language } from '../messages/language.ts';
import { LanguageContext } from '../messages/LanguageContext.tsx';
import { currentLanguage, keepLanguage } from './language-choice.ts';

/** Keeps the language of the site, on the device where it can, and says it to the document for screen readers. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage);
  const choice = useMemo(() => ({ language, choose }), [language]);

  /** The page stays as it is until its texts have come in the other language. */
  function choose(next: Language): void {
    keepLanguage(next);
    startTransition(() => setLanguage(next));
  }

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return <LanguageContext value={choice}>{children}</LanguageContext>;
}
