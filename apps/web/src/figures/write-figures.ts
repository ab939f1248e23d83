import type { OpenFigures } from '@sportello/contract';
import { figures } from '../messages/figures.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';

export const shownFigures = ['booked', 'served', 'missed', 'cancelled', 'days_to_first', 'mean_stars'] as const satisfies readonly (keyof OpenFigures)[];
export type ShownFigure = (typeof shownFigures)[number];

/** A count that is missing is not told; a measure is not known. */
const counts: readonly ShownFigure[] = ['booked', 'served', 'missed', 'cancelled'];

export function useFigureWriter(): (name: ShownFigure, value: number | null) => string {
  const { untold, unknown } = useMessages(figures);
  const language = useLanguage();
  const format = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: 1 });
  return (name, value) => (value === null ? (counts.includes(name) ? untold : unknown) : format.format(value));
}
