import type { KeyScope } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { KeyActor } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { dayOf } from '../../directory/directory.ts';
import type { DirectoryStore } from '../../directory/store.ts';
import type { App } from '../../http/app.ts';
import { bearerOf } from '../../http/body.ts';
import { clientOf } from '../../http/client-address.ts';
import type { GuessGuard } from '../../http/guesses.ts';
import { languageOf } from '../../http/language.ts';
import { problem } from '../../http/problems.ts';
import { maskAddress } from '../../people/mask.ts';
import type { Pace } from './key-pace.ts';
import { type KeyRow, scopesInForce, stateOfKey } from './key-states.ts';
import { digestOfKey, isKeyText } from './key-text.ts';

/** Another system, as the door let it in: for one request, read anew for each. */
export interface KnownSystem {
  readonly keyId: string;
  /** null: of all offices. */
  readonly officeIds: readonly string[] | null;
  readonly actor: KeyActor;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the door of other systems, null elsewhere. */
    system: KnownSystem | null;
  }
}

/** Which system asks. Only in handlers of endpoints whose access is `key`. */
export function systemOf(request: Pick<FastifyRequest, 'system'>): KnownSystem {
  if (!request.system) throw problem('key-needed', { why: 'missing' });
  return request.system;
}

interface DoorDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
  readonly guesses: GuessGuard;
  readonly pace: (keyId: string) => Pace | null;
}

/**
 * The one place that lets other systems in: by a key in `Authorization: Bearer`, and by nothing else. A cookie is not looked at here,
 * and a key not at the door of the staff, so that no page can make a browser use either for the other. The key is read from the
 * database at each request: a revoked one opens nothing from the next on, in every process.
 */
export function registerKeyDoor(api: App, deps: DoorDeps): void {
  const { clock, guesses, pace } = deps;
  api.decorateRequest('system', null);

  api.addHook('onRoute', ({ url, config }) => {
    if (config?.access !== 'key' || !config.keyScope) throw new Error(`${url} has no scope`);
  });

  api.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'content-language': languageOf(request), 'cache-control': 'no-store' });
    request.system = await letIn(request);
  });

  async function letIn(request: FastifyRequest): Promise<KnownSystem> {
    const text = bearerOf(request);
    if (text === null) throw problem('key-needed', { why: 'missing' });
    const found = isKeyText(text) ? await findKey(deps, text) : null;
    if (!found) throw await wrong(text, request.ip);
    const { key, maker } = found;
    keepPace(pace(key.id));
    const state = stateOfKey(key, maker, clock.now());
    if (state === 'revoked' || state === 'expired' || state === 'orphaned' || !maker) throw problem('key-needed', { why: state });
    const asked: KeyScope | null | undefined = request.routeOptions.config.keyScope;
    if (!asked || !scopesInForce(key, maker).includes(asked)) throw problem('scope-missing');
    await noteUse(deps, key, request.ip);
    return { keyId: key.id, officeIds: key.officeIds, actor: { kind: 'key', keyId: key.id, address: request.ip } };
  }

  /** What could have been a key is a guess, and guesses are counted; what never was one costs nobody anything. */
  async function wrong(text: string, address: string): Promise<Error> {
    const counted = isKeyText(text) ? await guesses.wrong(address) : null;
    return counted?.problemName === 'too-many-requests' ? counted : problem('key-needed', { why: 'wrong' });
  }
}

function keepPace(pace: Pace | null): void {
  if (pace?.isTooFast) throw problem('too-many-requests', { retryAfterSeconds: pace.resetSeconds });
}

async function findKey({ database }: DoorDeps, text: string) {
  const { apiKeys, staff } = database.tables;
  const [found] = await database.read
    .select({ key: apiKeys, maker: { state: staff.state, role: staff.role } })
    .from(apiKeys)
    .leftJoin(staff, eq(staff.id, apiKeys.staffId))
    .where(eq(apiKeys.digest, digestOfKey(text)));
  return found ?? null;
}

/** The day and the network of the last use: written when they change, so that reading seldom writes. */
async function noteUse({ database, clock, directory }: DoorDeps, key: KeyRow, address: string): Promise<void> {
  const { apiKeys } = database.tables;
  const lastUsedDay = dayOf(await directory.current(), clock.now());
  const lastNetwork = maskAddress(clientOf(address));
  if (key.lastUsedDay === lastUsedDay && key.lastNetwork === lastNetwork) return;
  await database.write((tx) => tx.update(apiKeys).set({ lastUsedDay, lastNetwork }).where(eq(apiKeys.id, key.id)));
}
