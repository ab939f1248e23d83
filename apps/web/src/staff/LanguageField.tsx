import { type Language, languages } from '@sportello/contract';
import { RadioGroup } from '../ui/RadioGroup.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

// Each language is named in itself.
const names: Readonly<Record<Language, string>> = { it: 'Italiano', en: 'English' };

export function LanguageField({ onChange, ...field }: Props) {
  const choices = languages.map((language) => ({ value: language, label: names[language] }));
  return <RadioGroup {...field} required choices={choices} onChange={(language) => onChange(language === 'en' ? 'en' : 'it')} />;
}
