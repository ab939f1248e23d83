import { addDays, localDay } from '@sportello/scheduling';
import { eq } from 'drizzle-orm';
import { type KeyMaker, type KeyRow, stateOfKey } from '../../systems/keys/key-states.ts';
import { type Finding, type LightCheck, type LightDeps, quick } from './light.ts';

/** A key that was used so many days ago, or less, is missed by a system when it opens nothing any more. */
const missedDays = 7;
const dayMilliseconds = 24 * 3_600_000;

/** The keys with which other systems read: whether one ends soon, or ended while a system still uses it. */
export const apiKeysLight: LightCheck = {
  name: 'api-keys',
  ...quick,
  toldElsewhere: ['ending'], // each key by a mail of its own, see systems/keys/warn-ending-keys.ts
  async look({ database: { read, tables: { apiKeys, staff } }, clock, directory }: LightDeps): Promise<Finding> {
    const now = clock.now();
    const rows = await read.select({ key: apiKeys, maker: { state: staff.state, role: staff.role } }).from(apiKeys).leftJoin(staff, eq(staff.id, apiKeys.staffId));
    const { timeZone } = (await directory.current()).union;
    const missedFrom = addDays(localDay(timeZone, Math.floor(now / 60_000)), -missedDays);
    return judgeKeys(rows, now, missedFrom);
  },
};

interface KeyWithMaker {
  readonly key: KeyRow;
  readonly maker: KeyMaker | null;
}

/** @param missedFrom day of the union's zone from which on a use counts. Pure. */
export function judgeKeys(rows: readonly KeyWithMaker[], now: number, missedFrom: string): Finding {
  const keys = rows.map(({ key, maker }) => ({ key, state: stateOfKey(key, maker, now) })).filter(({ state }) => state !== 'revoked');
  const good = keys.filter(({ state }) => state === 'good');
  /** Its system works with a newer key of the same name already. */
  const isReplaced = ({ name, createdAt }: KeyRow) => good.some(({ key }) => key.name === name && key.createdAt > createdAt && key.lastUsedDay !== null);
  const needed = keys.filter(({ key }) => !isReplaced(key));
  const missed = needed.find(({ key, state }) => (state === 'expired' || state === 'orphaned') && key.lastUsedDay !== null && key.lastUsedDay >= missedFrom);
  if (missed) return missed.state === 'expired' ? { state: 'bad', says: 'ended', values: valuesOf(missed.key, now), since: missed.key.expiresAt } : { state: 'bad', says: 'orphaned', values: valuesOf(missed.key, now) };
  const [ending] = needed.filter(({ state }) => state === 'expiring').toSorted((one, other) => one.key.expiresAt - other.key.expiresAt);
  if (ending) return { state: 'attention', says: 'ending', values: valuesOf(ending.key, now) };
  return good.length > 0 ? { state: 'good', says: 'good', values: { all: good.length } } : { state: 'off', says: 'none' };
}

function valuesOf({ name, expiresAt }: KeyRow, now: number): NonNullable<Finding['values']> {
  return { name, days: Math.max(0, Math.floor((expiresAt - now) / dayMilliseconds)), until_at: expiresAt };
}
