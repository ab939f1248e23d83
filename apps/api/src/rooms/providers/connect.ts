import type { ConnectionFailure } from '@sportello/contract';
import { randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { Sealing } from '../../sealing.ts';
import type { Secrets } from '../../secrets.ts';
import { type ConnectionRow, currentId, readConnection, sealSecret } from './connection.ts';
import type { Tokens } from './goto/authentication.ts';
import type { Vendors } from './vendors.ts';

interface ConnectDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  readonly vendors: Vendors;
  /** Our page that the vendor sends the administrator back to. */
  readonly redirectUrl: string;
}

const stateMilliseconds = 10 * 60_000;

export type Connected =
  | { readonly ok: true }
  /** The way there was never begun by this person, is used, or took too long. */
  | { readonly ok: false; readonly why: 'link-over' }
  | { readonly ok: false; readonly why: 'connection-refused'; readonly failure: ConnectionFailure };

/** The address at the vendor where this person allows it, good for ten minutes and once; null where nothing is to be allowed. */
export async function startConnecting({ database, clock, secrets, vendors, redirectUrl }: ConnectDeps, staff: StaffMember): Promise<string | null> {
  const { tables } = database;
  const { videoConnections } = tables;
  const row = await readConnection(database.read, tables);
  const authentication = row && vendors.authenticationOf(row);
  if (!row || !authentication) return null;
  const state = randomBytes(32).toString('base64url');
  const begun = { stateDigest: digestOf(secrets, state, staff), stateExpiresAt: clock.now() + stateMilliseconds };
  const kept = await database.write((tx) => tx.update(videoConnections).set(begun).where(and(eq(videoConnections.id, currentId), eq(videoConnections.changedAt, row.changedAt))).returning({ id: videoConnections.id }));
  return kept.length > 0 ? authentication.authorizeAddress({ redirectUrl, state }) : null;
}

/** Takes what the vendor sent along, and keeps the tokens that it gives for it. The state serves once, whatever comes of it. */
export async function finishConnecting(deps: ConnectDeps, staff: StaffMember, { code, state }: { code: string; state: string }, signal: AbortSignal): Promise<Connected> {
  const { database, clock, secrets, vendors, redirectUrl } = deps;
  const { videoConnections } = database.tables;
  const isTheirs = and(eq(videoConnections.id, currentId), eq(videoConnections.stateDigest, digestOf(secrets, state, staff)), gt(videoConnections.stateExpiresAt, clock.now()));
  const [row] = await database.write((tx) => tx.update(videoConnections).set({ stateDigest: null, stateExpiresAt: null }).where(isTheirs).returning());
  const authentication = row && vendors.authenticationOf(row);
  if (!row || !authentication) return { ok: false, why: 'link-over' };
  const tokens = await authentication.exchange(code, redirectUrl, signal);
  if (!tokens.ok) return { ok: false, why: 'connection-refused', failure: tokens.failure === 'reconnect' ? 'refused' : tokens.failure };
  if (tokens.value.refreshToken === null) return { ok: false, why: 'connection-refused', failure: 'not-understood' };
  return (await keepTokens(deps, row, tokens.value, staff)) ? { ok: true } : { ok: false, why: 'link-over' };
}

/** Only for what was chosen when the way there began. */
async function keepTokens({ database, clock, sealing }: ConnectDeps, row: ConnectionRow, { accessToken, refreshToken, expiresInSeconds }: Tokens, staff: StaffMember): Promise<boolean> {
  const { tables } = database;
  const { videoConnections } = tables;
  return database.write(async (tx) => {
    const now = clock.now();
    const connected = {
      accessToken: sealSecret(sealing, row.id, 'accessToken', accessToken),
      refreshToken: sealSecret(sealing, row.id, 'refreshToken', refreshToken),
      expiresAt: now + expiresInSeconds * 1000,
      revision: sql`${videoConnections.revision} + 1`,
      lockedUntil: null,
      account: null,
      state: 'ready',
      failure: null,
      connectedAt: now,
      staffId: staff.id,
    };
    const kept = await tx.update(videoConnections).set(connected).where(and(eq(videoConnections.id, row.id), eq(videoConnections.changedAt, row.changedAt))).returning({ id: videoConnections.id });
    if (kept.length === 0) return false;
    await recordAudit(tx, tables, actorOf(staff), { action: 'change', object: { kind: 'video-connection', id: row.id }, before: { state: row.state }, after: { state: 'ready' } }, now);
    return true;
  });
}


/** The state is bound to the person: sent back by somebody else's browser it is worth nothing. */
function digestOf(secrets: Secrets, state: string, { id }: StaffMember): string {
  return secrets.digest('state of a video connection', `${id} ${state}`);
}
