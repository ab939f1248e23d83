import { type ReactNode, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { common } from '../messages/common.ts';
import type { Language } from '../messages/language.ts';
import { LanguageContext } from '../messages/LanguageContext.tsx';
import { currentLanguage, keepLanguage } from './language-choice.ts';
import { isAnswering, isKnownIn } from './other-language.ts';

const tryAgainMilliseconds = 5_000;

/** Keeps the language of the site, on the device where it can, and says it to the document for screen readers. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage);
  const [waitingFor, setWaitingFor] = useState<Language | null>(null);
  const wish = useRef(language);
  const choice = useMemo(() => ({ language, choose: (next: Language) => void choose(next) }), [language]);

  /** The page stays as it is until its texts have come in the other language; where nobody answers, until somebody does. */
  async function choose(next: Language): Promise<void> {
    wish.current = next;
    const isWithin = next === language || isKnownIn(next, language) || (await isAnswering());
    if (wish.current !== next) return; // another choice came meanwhile
    setWaitingFor(isWithin ? null : next);
    if (!isWithin) return;
    keepLanguage(next);
    startTransition(() => setLanguage(next));
  }

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    if (!waitingFor) return;
    const again = () => choice.choose(waitingFor);
    const timer = setInterval(again, tryAgainMilliseconds);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [waitingFor, choice]);

  return (
    <LanguageContext value={choice}>
      {children}
      <p className="language-waits" role="status">
        {waitingFor && common[language].languageWaits}
      </p>
    </LanguageContext>
  );
}
