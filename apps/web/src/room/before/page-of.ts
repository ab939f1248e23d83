import type { RoomRefusal, RoomView } from '@sportello/contract';
import { dayOf } from '../../format/dates.ts';
import type { WhyOver } from '../connection/room-state.ts';

/** Which page somebody sees who is not in the room: that of its door, or one that says why it stays shut. */
export type RoomPageOf =
  | { readonly is: 'gate'; readonly lateMinutes: number }
  | { readonly is: 'early'; readonly opensAt: string; readonly minutesLeft: number }
  | { readonly is: 'another-day' | 'past-day' }
  | RefusedPage;

type RefusedPage = { [Refusal in Exclude<RoomRefusal, 'early'>]: { readonly is: Refusal } }[Exclude<RoomRefusal, 'early'>];

type Shown = Pick<RoomView, 'refusal' | 'starts_at' | 'opens_at'>;

const minuteMilliseconds = 60_000;

/** By what the desk said last and its clock, in epoch milliseconds. A minute that has begun counts as one. Pure. */
export function roomPageOf({ refusal, starts_at, opens_at }: Shown, now: number): RoomPageOf {
  const isToday = starts_at === null || dayOf(starts_at) === dayOf(new Date(now).toISOString());
  if (refusal === null) return { is: 'gate', lateMinutes: starts_at === null ? 0 : Math.max(0, Math.floor((now - Date.parse(starts_at)) / minuteMilliseconds)) };
  if (refusal === 'closed' && !isToday) return { is: 'past-day' };
  // One of the union's members, each with its own word.
  if (refusal !== 'early') return { is: refusal } as RefusedPage;
  if (opens_at === null || !isToday) return { is: 'another-day' };
  return { is: 'early', opensAt: opens_at, minutesLeft: Math.max(0, Math.ceil((Date.parse(opens_at) - now) / minuteMilliseconds)) };
}

/** What to say when it is over for this tab; `look-again`: why is written in the view of the room. */
export type OverPage = 'left' | 'ended' | 'moved' | 'taken-over' | 'revoked' | 'full' | 'lost' | 'look-again';

const pages: Readonly<Record<WhyOver, OverPage>> = {
  left: 'left',
  ended: 'ended',
  moved: 'moved',
  'taken-over': 'taken-over',
  revoked: 'revoked',
  full: 'full',
  cancelled: 'look-again',
  closed: 'look-again',
  'not-now': 'look-again',
  refused: 'look-again',
  token: 'lost',
  malformed: 'lost',
  flood: 'lost',
  slow: 'lost',
  closing: 'lost',
};

export function overPageOf(why: WhyOver): OverPage {
  return pages[why];
}
