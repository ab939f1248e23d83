import { sealedTables } from '../../database/reseal.ts';
import { readProcesses } from '../read-processes.ts';
import { type Finding, type LightCheck, type LightDeps, slow } from './light.ts';

const rowsAtOnce = 500;

/** The keys of the installation: the same everywhere, drawn by chance, and able to open what was sealed. */
export const keysLight: LightCheck = {
  name: 'keys',
  ...slow,
  freshMilliseconds: 60_000,
  async look(deps: LightDeps): Promise<Finding> {
    const alive = (await readProcesses(deps.database, deps.clock.now())).filter(({ isAlive }) => isAlive);
    if (new Set(alive.map(({ keys }) => keys)).size > 1) return { state: 'bad', says: 'differ' };
    const unopened = await countUnopened(deps);
    if (unopened > 0) return { state: 'bad', says: 'unopened', values: { unopened } };
    if (deps.hasGuessableKeys) return { state: deps.demo ? 'attention' : 'bad', says: 'guessable' };
    return { state: 'good', says: 'good' };
  },
};

/** Of the first rows of each table: enough to see that a key is missing. */
async function countUnopened({ database, sealing }: LightDeps): Promise<number> {
  let unopened = 0;
  for (const { name, table, key, columns } of sealedTables(database)) {
    const rows = (await database.read.select({ rowKey: key, ...Object.fromEntries(columns) }).from(table).limit(rowsAtOnce)) as Record<string, string | null>[];
    for (const row of rows) for (const column of columns.keys()) if (!opens({ table: name, column, id: row['rowKey'] ?? '' }, row[column] ?? null)) unopened += 1;
  }
  return unopened;

  function opens(place: Parameters<typeof sealing.open>[0], sealed: string | null): boolean {
    try {
      if (sealed !== null) sealing.open(place, sealed);
      return true;
    } catch {
      return false;
    }
  }
}
