import type { Place, ServiceChannel } from '@sportello/contract';
import type { Bookable } from '../resolve-choice.ts';

export interface OtherWay {
  readonly way: ServiceChannel;
  readonly place: Place | undefined;
}

/** Every other way of meeting for the same service, a desk once for each of its places. */
export function otherWays({ way: present, place: presentPlace }: Pick<Bookable, 'way' | 'place'>, ways: readonly ServiceChannel[]): OtherWay[] {
  return ways
    .flatMap<OtherWay>((way) => (way.channel === 'desk' ? way.places.map((place) => ({ way, place })) : [{ way, place: undefined }]))
    .filter(({ way, place }) => way.channel !== present.channel || place?.id !== presentPlace?.id);
}
