import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { setTimeout as rest } from 'node:timers/promises';
import { recordAudit } from '../../../audit/record.ts';
import type { Clock } from '../../../clock.ts';
import type { Database, Writer } from '../../../database/database.ts';
import { enqueueStaffNotice } from '../../../notifications/enqueue-staff.ts';
import type { Sealing } from '../../../sealing.ts';
import { type ConnectionRow, openSecret, readConnection, sealSecret } from '../connection.ts';
import { answered, failed, type VendorAnswer } from '../provider.ts';
import type { GotoAuthentication, Tokens } from './authentication.ts';

export interface TokensDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
}

/** A token of the vendor for the account that an administrator connected. */
export interface GotoTokens {
  /** One that is good for some minutes. `refused`: the one that the vendor has just refused, whatever the clock says. */
  get(authentication: GotoAuthentication, rowId: string, signal: AbortSignal, refused?: string | null): Promise<VendorAnswer<string>>;
}

const renewedBeforeMilliseconds = 5 * 60_000;
/** So long a renewal is in the hands of one process; it takes less. */
const leaseMilliseconds = 15_000;
const lookAgainMilliseconds = 200;
const mostLooks = 30;

/**
 * Tokens lie sealed in the row of the connection. One process at a time renews them (`locked_until`), and within a process
 * one at a time; the others wait, or go on with the old one while it is good. What is kept of a renewal goes into the row only
 * where nobody changed it meanwhile (`revision`): a refresh token that was used is never put back.
 */
export function gotoTokens({ database, clock, sealing }: TokensDeps): GotoTokens {
  const { tables } = database;
  const { videoConnections } = tables;
  const underway = new Map<string, Promise<VendorAnswer<string>>>();

  async function look(authentication: GotoAuthentication, rowId: string, refused: string | null): Promise<VendorAnswer<string>> {
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const row = await readConnection(database.read, tables, rowId);
      if (!row || row.refreshToken === null || row.state === 'to-reconnect') return failed('reconnect');
      const token = openSecret(sealing, row, 'accessToken');
      const leftMilliseconds = (row.expiresAt ?? 0) - clock.now();
      const isGood = token !== null && token !== refused;
      if (isGood && leftMilliseconds > renewedBeforeMilliseconds) return answered(token);
      if (await take(row)) return renew(authentication, row);
      if (isGood && leftMilliseconds > leaseMilliseconds) return answered(token); // another process renews it
      await rest(lookAgainMilliseconds);
    }
    return failed('too-slow');
  }

  async function take(row: ConnectionRow): Promise<boolean> {
    const now = clock.now();
    const isFree = or(isNull(videoConnections.lockedUntil), lte(videoConnections.lockedUntil, now));
    const taken = await database.write((tx) =>
      tx.update(videoConnections).set({ lockedUntil: now + leaseMilliseconds }).where(and(unchanged(row), isFree)).returning({ id: videoConnections.id }),
    );
    return taken.length > 0;
  }

  /** Nobody's impatience ends it: what the vendor answers must be kept. */
  async function renew(authentication: GotoAuthentication, row: ConnectionRow): Promise<VendorAnswer<string>> {
    const refreshToken = openSecret(sealing, row, 'refreshToken');
    const renewed = refreshToken === null ? failed('reconnect') : await authentication.refresh(refreshToken, new AbortController().signal);
    if (renewed.ok) return (await keep(row, renewed.value)) ? answered(renewed.value.accessToken) : failed('reconnect');
    if (renewed.failure === 'reconnect') await noteLost(row);
    else await database.write((tx) => tx.update(videoConnections).set({ lockedUntil: null }).where(unchanged(row)));
    return renewed;
  }

  async function keep(row: ConnectionRow, { accessToken, refreshToken, expiresInSeconds }: Tokens): Promise<boolean> {
    const fresh = {
      accessToken: sealSecret(sealing, row.id, 'accessToken', accessToken),
      ...(refreshToken !== null && { refreshToken: sealSecret(sealing, row.id, 'refreshToken', refreshToken) }),
      expiresAt: clock.now() + expiresInSeconds * 1000,
      revision: sql`${videoConnections.revision} + 1`,
      lockedUntil: null,
    };
    const kept = await database.write((tx) => tx.update(videoConnections).set(fresh).where(unchanged(row)).returning({ id: videoConnections.id }));
    return kept.length > 0;
  }

  /** The vendor knows us no more: an administrator has to connect again, and is told; the trail says since when. */
  async function noteLost(row: ConnectionRow): Promise<void> {
    const state = row.state === 'leaving' ? 'leaving' : 'to-reconnect';
    const lost = { state, failure: 'reconnect', accessToken: null, refreshToken: null, expiresAt: null, lockedUntil: null, revision: sql`${videoConnections.revision} + 1` };
    await database.write(async (tx) => {
      const changed = await tx.update(videoConnections).set(lost).where(unchanged(row)).returning({ id: videoConnections.id });
      if (changed.length === 0) return;
      await recordAudit(tx, tables, { kind: 'system' }, { action: 'change', object: { kind: 'video-connection', id: row.id }, before: { state: row.state }, after: { state } }, clock.now());
      if (state === 'to-reconnect') await tellAdministrators(tx);
    });
  }

  async function tellAdministrators(tx: Writer): Promise<void> {
    const { staff } = tables;
    const administrators = await tx.select({ id: staff.id }).from(staff).where(and(eq(staff.role, 'admin'), eq(staff.state, 'active')));
    for (const { id } of administrators) await enqueueStaffNotice(tx, tables, 'staff-video-to-reconnect', id, clock.now());
  }

  /** Still the connection of that moment: not renewed by somebody else, nor made anew. */
  function unchanged({ id, revision, connectedAt }: ConnectionRow) {
    return and(eq(videoConnections.id, id), eq(videoConnections.revision, revision), connectedAt === null ? isNull(videoConnections.connectedAt) : eq(videoConnections.connectedAt, connectedAt));
  }

  return {
    get(authentication, rowId, signal, refused = null) {
      return unlessEnded(lookOnce(), signal);

      /** Whoever asks meanwhile waits for the same look; one who was refused that very token looks again. */
      async function lookOnce(): Promise<VendorAnswer<string>> {
        const known = underway.get(rowId);
        if (known) {
          const answer = await known;
          return answer.ok && answer.value === refused ? lookOnce() : answer;
        }
        const looking = look(authentication, rowId, refused).finally(() => underway.delete(rowId));
        underway.set(rowId, looking);
        return looking;
      }
    },
  };
}

/** The result, unless who waits for it gives up first; the work goes on. */
async function unlessEnded<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const end = Promise.withResolvers<never>();
  const giveUp = () => end.reject(signal.reason as Error);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([work, end.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    work.catch(() => undefined); // nobody is left to hear of it
  }
}
