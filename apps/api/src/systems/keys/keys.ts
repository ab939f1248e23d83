import { type ApiKey, type ApiKeyRequest, keyScopes } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import { and, count, desc, eq, gt, isNull } from 'drizzle-orm';
import { instantWriter } from '../../appointments/wire.ts';
import { recordAudit } from '../../audit/record.ts';
import { daysOf } from '../../availability/find-slots.ts';
import type { Database, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import { dayBounds } from '../../desk/day-bounds.ts';
import { dayOf, type Directory } from '../../directory/directory.ts';
import { invalid, problem, type Said } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { SystemsDeps } from '../deps.ts';
import { requireOffices } from '../require-offices.ts';
import { type KeyMaker, type KeyRow, stateOfKey } from './key-states.ts';
import { newKeyText } from './key-text.ts';

const mostKeys = 100;
const longestDays = 365;
/** A key that opens nothing any more stays in the list for so long; in the trail its name stays. */
const listedMilliseconds = 366 * 24 * 3_600_000;

const tooMany: Said = { it: 'Ci sono già cento chiavi valide: revoca quelle che non servono più.', en: 'There are a hundred good keys already: revoke those that nobody needs.' };
const notAhead: Said = { it: 'Scegli un giorno da domani in poi.', en: 'Choose a day from tomorrow on.' };
const tooFar: Said = { it: 'Al massimo tra un anno: poi si crea una chiave nuova.', en: 'Within a year: then a new key is made.' };
const notByOffice: Said = {
  it: 'Statistiche e dati dell’Unione riguardano tutti gli uffici: togli questi permessi o il limite agli uffici.',
  en: 'Statistics and the data of the union are of all offices: take these scopes away, or the limit to offices.',
};

interface KeyWithMaker {
  readonly key: KeyRow;
  readonly maker: (KeyMaker & { readonly givenName: string; readonly familyName: string }) | null;
}

/** All keys, the newest first, those that ended long ago left out. */
export async function readKeys({ database, clock, directory }: SystemsDeps): Promise<ApiKey[]> {
  const known = await directory.current();
  const now = clock.now();
  const rows = await keysWhere(database, gt(database.tables.apiKeys.expiresAt, now - listedMilliseconds));
  const items = rows.map((row) => keyOnWire(known, row, now));
  const isOver = ({ state }: ApiKey) => Number(state === 'revoked' || state === 'expired');
  return items.toSorted((one, other) => isOver(one) - isOver(other));
}

/** One of them. Throws `not-found`. */
export async function readKey({ database, clock, directory }: SystemsDeps, id: string): Promise<ApiKey> {
  const [row] = await keysWhere(database, eq(database.tables.apiKeys.id, id));
  if (!row) throw problem('not-found');
  return keyOnWire(await directory.current(), row, clock.now());
}

/** Makes a key; the answer is the only place where it ever stands. Throws `validation`. */
export async function makeKey({ database, clock, directory }: SystemsDeps, staff: StaffMember, asked: ApiKeyRequest): Promise<{ readonly id: string; readonly secret: string }> {
  const { tables } = database;
  const known = await directory.current();
  const now = clock.now();
  const { name, scopes, office_ids: officeIds = null, expires_on: lastDay } = asked;
  const today = dayOf(known, now);
  if (lastDay <= today) throw invalid('/expires_on', notAhead);
  if (lastDay > addDays(today, longestDays)) throw invalid('/expires_on', tooFar);
  if (officeIds && scopes.some((scope) => !keyScopes[scope].byOffice)) throw invalid('/office_ids', notByOffice);
  requireOffices(known, officeIds);

  const { text, prefix, digest } = newKeyText();
  const id = newId();
  const written = { name: name.trim(), scopes, officeIds, expiresAt: dayBounds(known, lastDay).endsAt };
  await database.write(async (tx) => {
    await requireRoom(tx, database, now);
    await tx.insert(tables.apiKeys).values({ id, prefix, digest, ...written, staffId: staff.id, createdAt: now });
    const after = { name: written.name, prefix, scopes, expires_on: lastDay, ...(officeIds && { office_ids: officeIds }) };
    await recordAudit(tx, tables, actorOf(staff), { action: 'create', object: { kind: 'api-key', id }, after }, now);
  });
  return { id, secret: text };
}

/** From its commit on the key opens nothing. A second time nothing changes. Throws `not-found`. */
export async function revokeKey({ database, clock }: SystemsDeps, staff: StaffMember, id: string): Promise<void> {
  const { tables } = database;
  const now = clock.now();
  await database.write(async (tx) => {
    const revoked = await tx.update(tables.apiKeys).set({ revokedAt: now }).where(and(eq(tables.apiKeys.id, id), isNull(tables.apiKeys.revokedAt))).returning({ name: tables.apiKeys.name });
    if (revoked.length === 0) return;
    await recordAudit(tx, tables, actorOf(staff), { action: 'revoke', object: { kind: 'api-key', id } }, now);
  });
}

async function requireRoom(tx: Writer, { tables: { apiKeys } }: Database, now: number): Promise<void> {
  const [row] = await tx.select({ many: count() }).from(apiKeys).where(and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)));
  if ((row?.many ?? 0) >= mostKeys) throw invalid('/name', tooMany);
}

function keysWhere({ read, tables: { apiKeys, staff } }: Database, condition: ReturnType<typeof eq>): Promise<KeyWithMaker[]> {
  return read
    .select({ key: apiKeys, maker: { id: staff.id, state: staff.state, role: staff.role, givenName: staff.givenName, familyName: staff.familyName } })
    .from(apiKeys)
    .leftJoin(staff, eq(staff.id, apiKeys.staffId))
    .where(condition)
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(500);
}

function keyOnWire(directory: Directory, { key, maker }: KeyWithMaker, now: number): ApiKey {
  const write = instantWriter(directory);
  const lastDay = dayOf(directory, key.expiresAt - 1);
  const today = dayOf(directory, now);
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: [...key.scopes],
    office_ids: key.officeIds && [...key.officeIds],
    state: stateOfKey(key, maker, now),
    expires_on: lastDay,
    days_left: Math.max(0, daysOf({ from: today, to: lastDay }) - 1),
    created_at: write(key.createdAt),
    created_by: maker && `${maker.givenName} ${maker.familyName}`,
    revoked_at: key.revokedAt === null ? null : write(key.revokedAt),
    last_used_on: key.lastUsedDay,
    last_network: key.lastNetwork,
  };
}
