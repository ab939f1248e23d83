import type { RoomEnd } from '@sportello/contract';

/** What follows when the server ends a connection: it stays over, or the browser comes back, at once or after a pause. */
export type AfterEnd = 'over' | 'at-once' | 'after-pause' | 'with-new-token';

const after: Readonly<Record<RoomEnd, AfterEnd>> = {
  'taken-over': 'over',
  ended: 'over',
  moved: 'over',
  cancelled: 'over',
  closed: 'over',
  'not-now': 'over',
  revoked: 'over',
  full: 'over',
  malformed: 'over', // the same message would be refused again
  token: 'with-new-token',
  flood: 'after-pause',
  slow: 'after-pause',
  closing: 'at-once',
};

export function afterEnd(why: RoomEnd): AfterEnd {
  return after[why];
}
