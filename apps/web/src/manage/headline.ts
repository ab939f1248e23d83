import type { Appointment } from '@sportello/contract';
import type { Notice } from './notice.ts';
import type { Standing } from './standing.ts';

export type Headline = 'moved' | 'cancelled' | 'refused' | 'over';

/** What the title of the page tells; null when there is nothing new. A move is news until the appointment changes again. */
export function headlineOf(standing: Standing, notice: Notice | null, shown: Pick<Appointment, 'starts_at' | 'place'>): Headline | null {
  if (standing === 'cancelled' || standing === 'refused' || standing === 'over') return standing;
  const isAsMoved = notice?.kind === 'moved' && notice.to.starts_at === shown.starts_at && notice.to.place_id === (shown.place?.id ?? null);
  return isAsMoved && (standing === 'confirmed' || standing === 'pending') ? 'moved' : null;
}
