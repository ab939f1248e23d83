import type { ConnectionState, VideoConnectionRequest } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { recordAudit, type Values } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import { invalid } from '../../http/problems.ts';
import type { Sealing } from '../../sealing.ts';
import { type ConnectionRow, currentId, openSecret, readConnection, sealSecret, type VendorSettings } from './connection.ts';
import { settingsOf } from './vendors.ts';

interface ChangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
}

const secretMissing = { it: 'Scrivi il segreto: per questo servizio, a questo indirizzo, non ne è salvato nessuno.', en: 'Enter the secret: none is kept for this service at this address.' };
const keyMissing = { it: 'Incolla la chiave privata intera, in formato PEM (PKCS #8).', en: 'Paste the whole private key, as PEM (PKCS #8).' };

/**
 * Chooses what the union meets with. A secret that is left out stays, but never goes where it was not meant for: with another
 * vendor, machine or application it is asked for again. A vendor that had meetings of ours is left: they are taken away by the job.
 */
export async function changeConnection({ database, clock, sealing }: ChangeDeps, staff: StaffMember, request: VideoConnectionRequest): Promise<void> {
  const { tables } = database;
  const { videoConnections } = tables;
  await database.write(async (tx) => {
    const now = clock.now();
    const before = await lockCurrent(tx);
    const after = request.provider === 'own' ? null : rowOf(request, before, { staff, now });
    const isConnectedAfter = after !== null && after.refreshToken !== null;
    if (before && before.refreshToken !== null && !isConnectedAfter) await leave(tx, before, now);
    if (before) await tx.delete(videoConnections).where(eq(videoConnections.id, currentId));
    if (after) await tx.insert(videoConnections).values(after);
    const isSecretNew = request.provider !== 'own' && ('secret' in request || 'client_secret' in request);
    await recordAudit(tx, tables, actorOf(staff), {
      action: 'change',
      object: { kind: 'video-connection', id: currentId },
      before: { ...shown(before), ...(isSecretNew && { secret: null }) }, // that it changed, not to what
      after: shown(after),
    }, now);
  });

  /** Rivals wait here. */
  async function lockCurrent(tx: Writer): Promise<ConnectionRow | null> {
    await tx.update(videoConnections).set({ id: currentId }).where(eq(videoConnections.id, currentId));
    return readConnection(tx, tables);
  }

  /** The same under an id of its own, without what only the one in use needs; the texts are bound to their row, so they are sealed anew. */
  async function leave(tx: Writer, row: ConnectionRow, now: number): Promise<void> {
    const id = newId();
    const moved = (column: 'secret' | 'accessToken' | 'refreshToken') => sealSecret(sealing, id, column, openSecret(sealing, row, column));
    const sealed = { secret: moved('secret'), accessToken: moved('accessToken'), refreshToken: moved('refreshToken') };
    await tx.insert(videoConnections).values({ ...row, ...sealed, id, state: 'leaving', stateDigest: null, stateExpiresAt: null, lockedUntil: null, changedAt: now });
  }

  function rowOf(request: VendorSettings, before: ConnectionRow | null, { staff: by, now }: { staff: StaffMember; now: number }): ConnectionRow {
    const { given, settings } = secretApart(request);
    const { provider, ...rest } = settings;
    const isSamePlace = before !== null && placeOf(settings) === placeOf(settingsOf(before));
    const secret = given ?? (isSamePlace ? openSecret(sealing, before, 'secret') : null);
    if (secret === null) throw invalid(provider === 'gotomeeting' ? '/client_secret' : '/secret', secretMissing);
    if (settings.provider === 'jitsi' && settings.algorithm === 'RS256' && !/-----BEGIN PRIVATE KEY-----[\s\S]+-----END PRIVATE KEY-----/.test(secret)) throw invalid('/secret', keyMissing);
    // A renewal of its tokens may be under way: it must find the row as it knows it.
    const kept = isSamePlace && before.refreshToken !== null ? before : null;
    return {
      id: currentId,
      provider,
      settings: Object.fromEntries(Object.entries(rest).filter((one): one is [string, string] => typeof one[1] === 'string')),
      secret: sealSecret(sealing, currentId, 'secret', secret),
      accessToken: kept?.accessToken ?? null,
      refreshToken: kept?.refreshToken ?? null,
      expiresAt: kept?.expiresAt ?? null,
      revision: kept ? kept.revision : (before?.revision ?? 0) + 1,
      lockedUntil: kept?.lockedUntil ?? null,
      account: kept?.account ?? null,
      state: (provider === 'gotomeeting' && !kept ? 'to-connect' : 'ready') satisfies ConnectionState,
      failure: null,
      lastGoodAt: kept?.lastGoodAt ?? null,
      connectedAt: kept?.connectedAt ?? (provider === 'gotomeeting' ? null : now),
      stateDigest: null,
      stateExpiresAt: null,
      staffId: by.id,
      changedAt: now,
    };
  }
}

type Apart<Settings> = Settings extends unknown ? Omit<Settings, 'secret' | 'client_secret'> : never;

function secretApart(request: VendorSettings): { given: string | undefined; settings: Apart<VendorSettings> } {
  if (request.provider === 'gotomeeting') {
    const { client_secret: given, ...settings } = request;
    return { given, settings };
  }
  const { secret: given, ...settings } = request;
  return { given, settings };
}

/** Whose secret it is: where it may be sent, and for what. */
function placeOf(settings: Apart<VendorSettings> | null): string {
  const { provider, host, client_id, authentication_host, api_host, app_id, algorithm } = (settings ?? {}) as Readonly<Record<string, string | undefined>>;
  return JSON.stringify([provider, host, client_id, authentication_host, api_host, app_id, algorithm]);
}

/** For the trail: what was chosen, without any secret. */
function shown(row: ConnectionRow | null): Values {
  return { video_provider: row?.provider ?? 'own', ...row?.settings };
}
