import { findSlots, type Municipality, type ServiceChannel, type ServicePage, showService, showStatus } from '@sportello/contract';
import { ask, type Ask } from '../api.ts';
import { now } from '../clock.ts';

/** Everything about the chosen service; null while none is chosen. */
export function chosenService(slug: string | null): Ask<ServicePage | null> {
  return slug === null ? () => ({ queryKey: ['no service'], queryFn: () => Promise.resolve(null) }) : ask(showService, { params: { id: slug } });
}

/**
 * How many milliseconds the clock of the desk is ahead of this device's, which may be wrong by hours: 0 when the desk
 * does not answer.
 */
export const clockSkew: Ask<number> = (language) => {
  const status = ask(showStatus, {})(language);
  return {
    queryKey: ['clock skew'],
    queryFn: async (context) => {
      const answer = await status.queryFn(context).catch(() => null);
      return answer ? Date.parse(answer.time) - now() : 0;
    },
  };
};

export interface Wanted {
  readonly service: Pick<ServicePage, 'id'>;
  readonly way: Pick<ServiceChannel, 'channel'>;
  readonly municipality: Pick<Municipality, 'id'>;
  readonly place?: { readonly id: string } | undefined;
}

/** The free starts of some days, both included. */
export function freeTimes({ service, way, municipality, place }: Wanted, { from, to }: { readonly from: string; readonly to: string }) {
  const place_id = way.channel === 'desk' && place ? { place_id: place.id } : {};
  return ask(findSlots, { querystring: { service_id: service.id, channel: way.channel, municipality_id: municipality.id, ...place_id, from, to } });
}
