import type { ConnectionFailure } from '@sportello/contract';
import { and, eq, ne } from 'drizzle-orm';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { type ConnectionRow, stateOf } from './connection.ts';
import { failed, type VendorAnswer } from './provider.ts';
import type { Vendors } from './vendors.ts';

const notedEveryMilliseconds = 60_000;

interface HealthDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vendors: Vendors;
}

/**
 * Notes how it went at the vendor's, so that the page of the connection tells. What was changed meanwhile is left alone, and so is
 * a connection that nobody made yet or that has to be made again.
 */
export async function noteHealth({ database, clock }: Pick<HealthDeps, 'database' | 'clock'>, row: ConnectionRow, failure: ConnectionFailure | null, account?: string | null): Promise<void> {
  const { videoConnections } = database.tables;
  const now = clock.now();
  const state = stateOf(row);
  if (state === 'to-connect' || state === 'to-reconnect' || state === 'leaving' || failure === 'reconnect') return;
  const isNews = state !== (failure === null ? 'ready' : 'failing') || row.failure !== failure || (account !== undefined && account !== row.account);
  if (!isNews && (failure !== null || now - (row.lastGoodAt ?? 0) < notedEveryMilliseconds)) return;
  const values = failure === null ? { state: 'ready', failure, lastGoodAt: now, ...(account && { account }) } : { state: 'failing', failure };
  const isSame = and(eq(videoConnections.id, row.id), eq(videoConnections.changedAt, row.changedAt), ne(videoConnections.state, 'to-reconnect'));
  await database.write((tx) => tx.update(videoConnections).set(values).where(isSame));
}

/** Asks the vendor something harmless, and notes how it went. */
export async function checkHealth(deps: HealthDeps, row: ConnectionRow, signal: AbortSignal): Promise<VendorAnswer<{ readonly account: string | null }>> {
  const vendor = deps.vendors.of(row);
  const answer = vendor ? await vendor.health(signal) : failed('wrong-secret');
  await noteHealth(deps, row, answer.ok ? null : answer.failure, answer.ok ? answer.value.account : undefined);
  return answer;
}
