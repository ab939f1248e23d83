import { channels } from '@sportello/contract';
import type { BookingChoice } from '../../paths.ts';

/** What a link of another site has chosen already: `?comune=<istat>&servizio=<slug>&modalita=<channel>`; null for nothing. */
export function bookingChoiceIn(query: URLSearchParams): BookingChoice | null {
  const municipality = query.get('comune') || undefined;
  const service = query.get('servizio') || undefined;
  const channel = channels.find((known) => known === query.get('modalita'));
  return municipality || service || channel ? { municipality, service, channel } : null;
}
