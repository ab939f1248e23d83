import type { RoomEnd } from '@sportello/contract';
import type { RoomClosed } from './room.ts';

/** What somebody is told whose room cannot be used (any more). */
export function endOf(closed: RoomClosed): RoomEnd {
  switch (closed) {
    case 'early':
    case 'not-video':
    case 'not-confirmed':
      return 'not-now';
    case 'cancelled':
    case 'refused':
      return 'cancelled';
    case 'over':
      return 'ended';
    case 'closed':
    case 'moved':
      return closed;
    default:
      return closed satisfies never;
  }
}

