import { randomBytes } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { type Resealed, resealAll } from '../database/reseal.ts';
import { lockSealingKeys } from '../installation-key.ts';
import { keyNameOf, makeSealing } from '../sealing.ts';

export interface RotationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/**
 * A new key for the file of the data folder, while the server runs. The file gets the new key in front, and a running server sees it
 * with the next text that it seals. `settle` waits until every write is over that may have begun with the key before; then everything
 * is sealed anew, and only what no row needs any more leaves the file. A crash anywhere leaves all the keys that some row needs, and
 * the next rotation goes on from there. Answers with whether everything could be sealed anew.
 */
export async function rotateKeyFile(deps: RotationDeps, { dataFolder, settle }: { dataFolder: string; settle: () => Promise<void> }): Promise<boolean> {
  const file = lockSealingKeys(dataFolder);
  try {
    const fresh = randomBytes(32);
    const keys = [fresh, ...file.keys];
    file.replace(keys);
    await record(deps, { key: keyNameOf(fresh), state: 'begun' });
    deps.say(`The new key ${keyNameOf(fresh)} is in force. Waiting for what is being written under the one before ...`);
    await settle();
    const result = await reseal(deps, keys);
    const kept = keys.filter((key) => key === fresh || result.keysNeeded.has(keyNameOf(key)));
    file.replace(kept);
    deps.say(kept.length === 1 ? 'The keys before it are gone from the file.' : `Keys kept because some text still needs them: ${kept.slice(1).map(keyNameOf).join(', ')}.`);
    return result.unopened.length === 0;
  } finally {
    file.release();
  }
}

/** The same where the keys come from the environment (SECRETS_KEY): whoever keeps them has put the new one in front already. */
export async function rotateToFirstKey(deps: RotationDeps, keys: readonly Buffer[]): Promise<boolean> {
  const { unopened, keysNeeded } = await reseal(deps, keys);
  const [, ...others] = keys;
  const [needed, unneeded] = [others.filter((key) => keysNeeded.has(keyNameOf(key))), others.filter((key) => !keysNeeded.has(keyNameOf(key)))];
  if (needed.length > 0) deps.say(`Keep in SECRETS_KEY, because some text still needs them: ${needed.map(keyNameOf).join(', ')}.`);
  if (unneeded.length > 0) deps.say(`Can be removed from SECRETS_KEY, if every process was restarted with the first key in front before: ${unneeded.map(keyNameOf).join(', ')}.`);
  if (others.length === 0) deps.say('SECRETS_KEY holds one key: to change it, put a new one in front, restart every process, and run this again.');
  return unopened.length === 0;
}

async function reseal(deps: RotationDeps, keys: readonly Buffer[]): Promise<Resealed> {
  const result = await resealAll(deps.database, makeSealing(keys));
  const key = keys[0] ? keyNameOf(keys[0]) : '';
  await record(deps, { key, state: 'done', resealed: result.resealed, unopened: result.unopened.length });
  deps.say(`Sealed anew under ${key}: ${result.resealed}.`);
  for (const { table, column, id } of result.unopened) deps.say(`Could not be opened: ${table}.${column} of ${id}.`);
  return result;
}

/** The key by its name, which says nothing of it. */
function record({ database, clock }: RotationDeps, after: { key: string; state: 'begun' | 'done'; resealed?: number; unopened?: number }): Promise<void> {
  return database.write((tx) => recordAudit(tx, database.tables, { kind: 'system' }, { action: 'rotate', object: { kind: 'keys', id: null }, after }, clock.now()));
}
