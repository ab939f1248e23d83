import { common } from '../messages/common.ts';
import { type Language, languages } from '../messages/language.ts';
import { useLanguageChoice, useMessages } from '../messages/LanguageContext.tsx';

// Each language is named in itself: whoever needs it may read no other.
const names: Record<Language, { readonly short: string; readonly full: string }> = {
  it: { short: 'ITA', full: 'Italiano' },
  en: { short: 'ENG', full: 'English' },
};

export function LanguageSwitch() {
  const { header } = useMessages(common);
  const { language, choose } = useLanguageChoice();
  return (
    <div className="language-switch" role="group" aria-label={header.language}>
      {languages.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => choose(one)}>
          <span aria-hidden="true">{names[one].short}</span>
          <span className="visually-hidden">{names[one].full}</span>
        </button>
      ))}
    </div>
  );
}
