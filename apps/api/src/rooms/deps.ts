import type { BookingDeps } from '../appointments/deps.ts';
import type { Finder } from '../appointments/find.ts';
import type { Idempotency } from '../http/idempotency.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { IceSettings } from './ice.ts';
import type { InsideFinder } from './inside.ts';
import type { Meetings } from './providers/meetings.ts';
import type { RoomTokens } from './room-token.ts';

/** What the verbs of this feature work with; each names the part that it uses. */
export interface RoomDeps extends BookingDeps {
  readonly sessions: Sessions;
  readonly meetings: Pick<Meetings, 'provider' | 'addressFor'>;
  readonly ice: IceSettings;
  readonly tokens: RoomTokens;
  readonly inside: InsideFinder;
}

/** The same with what endpoints for everybody need. */
export interface RoomRouteDeps extends RoomDeps {
  readonly find: Finder;
  readonly idempotency: Idempotency;
}
