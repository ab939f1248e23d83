import type { Appointment } from '@sportello/contract';
import type { Notice } from './notice.ts';
import type { Standing } from './standing.ts';

export type Headline = 'moved' | 'accepted' | 'proposed' | 'cancelled' | 'refused' | 'over';

/**
 * What the title of the page tells; null when there is nothing new. A proposal waits for an answer; a move is news until
 * the appointment changes again.
 */
export function headlineOf(standing: Standing, notice: Notice | null, shown: Pick<Appointment, 'starts_at' | 'place'>, isProposed = false): Headline | null {
  if (standing === 'cancelled' || standing === 'refused' || standing === 'over') return standing;
  if (isProposed) return 'proposed';
  if (notice?.kind !== 'moved' && notice?.kind !== 'accepted') return null;
  const isAsTold = notice.to.starts_at === shown.starts_at && notice.to.place_id === (shown.place?.id ?? null);
  const isAhead = standing === 'confirmed' || (standing === 'pending' && notice.kind === 'moved');
  return isAsTold && isAhead ? notice.kind : null;
}
