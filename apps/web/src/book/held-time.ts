import type { Hold } from '@sportello/contract';
import type { KeptHold } from './draft.ts';
import type { Bookable } from './resolve-choice.ts';

const minute = 60_000;

export interface HeldFor {
  /** False from the moment at which the server lets it go. */
  readonly isLive: boolean;
  /** Whole minutes left, rounded up, so that the last one is 1. */
  readonly minutesLeft: number;
}

/** `now`: epoch milliseconds on the clock of the desk. */
export function heldFor(hold: Pick<Hold, 'expires_at'>, now: number): HeldFor {
  const left = Date.parse(hold.expires_at) - now;
  return { isLive: left > 0, minutesLeft: Math.max(0, Math.ceil(left / minute)) };
}

/** Whether the held time is one of what is chosen now, and not of a choice that was changed since. Whoever meets anybody may keep a time with somebody. */
export function fitsChoice(hold: KeptHold | null, { municipality, service, way, place, operator, invitation }: Bookable): hold is KeptHold {
  return (
    hold !== null &&
    hold.service_id === service.id &&
    hold.channel === way.channel &&
    hold.municipality_id === municipality.id &&
    (hold.place_id ?? undefined) === (way.channel === 'desk' ? place?.id : undefined) &&
    (!operator || hold.operator_id === operator.id) &&
    (hold.invitation_id ?? undefined) === invitation?.id
  );
}
