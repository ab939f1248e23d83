import type { Appointment } from '@sportello/contract';

/** How an appointment stands, in the words of the citizen: nobody is told that they were missed. */
export type Standing = 'pending' | 'confirmed' | 'going' | 'over' | 'past' | 'cancelled' | 'refused' | 'changed';

/** While the room of a meeting by video is open the meeting can still begin. `now`: epoch milliseconds by the clock of the desk. */
export function standingOf({ state, ends_at, room }: Pick<Appointment, 'state' | 'ends_at' | 'room'>, now: number): Standing {
  const isOver = now >= Date.parse(room?.closes_at ?? ends_at);
  switch (state) {
    case 'pending':
    case 'confirmed':
      return isOver ? 'past' : state;
    case 'arrived':
    case 'in_progress':
      return 'going';
    case 'served':
      return 'over';
    case 'missed':
      return room && !isOver ? 'confirmed' : 'past';
    case 'cancelled':
    case 'refused':
      return state;
    default:
      // Held, expired, and states that are newer than this page.
      return 'changed';
  }
}

export type RoomStanding = { readonly is: 'waiting'; readonly minutesLeft: number } | { readonly is: 'open' | 'closed' };

/** Whether the room can be entered, by its times; the minute that has begun counts as one. */
export function roomStanding({ opens_at, closes_at }: NonNullable<Appointment['room']>, now: number): RoomStanding {
  const untilOpen = Date.parse(opens_at) - now;
  if (untilOpen > 0) return { is: 'waiting', minutesLeft: Math.ceil(untilOpen / 60_000) };
  return { is: now < Date.parse(closes_at) ? 'open' : 'closed' };
}

/** The time limit while it lasts; null when it is over or was never there. */
export function stillUntil(limit: string | null, now: number): string | null {
  return limit !== null && now <= Date.parse(limit) ? limit : null;
}
