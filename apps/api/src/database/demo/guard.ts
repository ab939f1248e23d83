import { eq } from 'drizzle-orm';
import type { Clock } from '../../clock.ts';
import type { Database } from '../database.ts';
import { completeDemo, loadDemo } from './load.ts';

/** The switch and the data do not go together; the message says the way out. */
export class WrongDatabase extends Error {}

/**
 * Keeps demo and real data apart, at each start. With `demo` an empty database is filled, and one that was filled before
 * is left as it is, but for accounts of the staff that it does not have yet. Throws WrongDatabase where the switch and the data do not go together.
 */
export async function prepareDemo(database: Database, { demo, clock }: { demo: boolean; clock: Clock }): Promise<void> {
  const isFilled = await hasData(database); // asked first: what another process loads meanwhile is then marked
  const isMarked = await isDemoDatabase(database);
  if (isMarked && !demo) {
    throw new WrongDatabase('This database holds demo data, and demo mode is off: set DEMO=on, or point DATABASE_URL (or DATA_DIR) at an empty database.');
  }
  if (!demo) return;
  if (isMarked) return completeDemo(database, clock);
  if (isFilled) {
    throw new WrongDatabase('Demo mode is on, but this database holds real data: set DEMO=off, or point DATABASE_URL (or DATA_DIR) at an empty database.');
  }
  await loadDemo(database, clock);
}

async function isDemoDatabase({ read, tables: { installation } }: Database): Promise<boolean> {
  const [row] = await read.select().from(installation).where(eq(installation.key, 'demo'));
  return row?.value === 'on';
}

/** Whether anybody has put in something of their own: all other tables hang on these. */
async function hasData({ read, tables }: Database): Promise<boolean> {
  for (const table of [tables.unions, tables.municipalities, tables.offices, tables.calendars, tables.people, tables.staff]) {
    if ((await read.select({ id: table.id }).from(table).limit(1)).length > 0) return true;
  }
  return false;
}
