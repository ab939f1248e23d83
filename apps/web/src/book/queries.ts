import { findSlots, type Municipality, type ServiceChannel, type ServicePage, showService } from '@sportello/contract';
import { ask, type Ask } from '../api.ts';

/** Everything about the chosen service; null while none is chosen. */
export function chosenService(slug: string | null): Ask<ServicePage | null> {
  return slug === null ? () => ({ queryKey: ['no service'], queryFn: () => Promise.resolve(null) }) : ask(showService, { params: { id: slug } });
}

export interface Wanted {
  readonly service: Pick<ServicePage, 'id'>;
  readonly way: Pick<ServiceChannel, 'channel'>;
  readonly municipality: Pick<Municipality, 'id'>;
  readonly place?: { readonly id: string } | undefined;
  readonly operator?: { readonly id: string } | undefined;
  readonly invitation?: { readonly id: string } | undefined;
}

/** The free starts of some days, both included. */
export function freeTimes({ service, way, municipality, place, operator, invitation }: Wanted, { from, to }: { readonly from: string; readonly to: string }) {
  const narrowed = {
    ...(way.channel === 'desk' && place && { place_id: place.id }),
    ...(operator && { operator_id: operator.id }),
    ...(invitation && { invitation: invitation.id }),
  };
  return ask(findSlots, { querystring: { service_id: service.id, channel: way.channel, municipality_id: municipality.id, ...narrowed, from, to } });
}
