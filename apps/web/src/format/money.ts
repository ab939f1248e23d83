import type { Language } from '../messages/language.ts';

const formatters = {
  it: new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
};

/** "12,50 €"; "€12.50" */
export function formatMoney(cents: number, language: Language): string {
  return formatters[language].format(cents / 100);
}
