import type { ConnectionFailure, VideoConnection } from '@sportello/contract';
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { hasTurn, type IceSettings, iceUrls } from '../ice.ts';
import { type ConnectionRow, stateOf } from './connection.ts';

interface Shown {
  readonly row: ConnectionRow | null;
  readonly waitingCount: number;
  readonly redirectUrl: string;
  /** STUN and TURN of the own room, as the installation has them. */
  readonly ice: IceSettings;
  readonly write: (instant: number) => string;
}

/** How the union meets, without any secret. */
export function connectionOnWire({ row, waitingCount, redirectUrl, ice, write }: Shown): VideoConnection {
  const orNull = (instant: number | null = null) => (instant === null ? null : write(instant));
  const state = row ? stateOf(row) : 'ready';
  return {
    provider: row?.provider ?? 'own',
    state: state === 'leaving' ? 'ready' : state, // the row in use is never one that is left
    settings: row?.settings ?? {},
    secrets_set: row?.secret ? [row.provider === 'gotomeeting' ? 'client_secret' : 'secret'] : [],
    account: row?.account ?? null,
    failure: (row?.failure ?? null) as ConnectionFailure | null, // health.ts and goto/tokens.ts write nothing else
    last_good_at: orNull(row?.lastGoodAt),
    connected_at: orNull(row?.connectedAt),
    waiting_count: waitingCount,
    redirect_url: redirectUrl,
    ice_urls: iceUrls(ice),
    has_turn: hasTurn(ice),
  };
}

/** Meetings that are still to be made there. */
export async function countWaiting({ read, tables: { vendorMeetings } }: Database, row: ConnectionRow | null): Promise<number> {
  if (!row) return 0;
  const isWaiting = and(eq(vendorMeetings.provider, row.provider), inArray(vendorMeetings.state, ['wanted', 'failed']));
  const [counted] = await read.select({ count: count() }).from(vendorMeetings).where(isWaiting);
  return counted?.count ?? 0;
}
