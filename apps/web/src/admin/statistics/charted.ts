import type { StatisticsFigures } from '@sportello/contract';

/** The figures that can be drawn. */
export const charted = ['booked', 'served', 'missed', 'cancelled', 'waiting', 'first'] as const;
export type Charted = (typeof charted)[number];

/** null: not known. */
export function valueOf(figures: StatisticsFigures, figure: Charted): number | null {
  switch (figure) {
    case 'waiting':
      return figures.waiting.median_minutes;
    case 'first':
      return figures.offer?.days_to_first ?? null;
    default:
      return figures[figure];
  }
}
