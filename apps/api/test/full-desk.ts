import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { trailSealer } from '../src/audit/seal.ts';
import { calendarStore } from '../src/calendars/calendar-store.ts';
import type { Database } from '../src/database/database.ts';
import { erasureOf } from '../src/database/erasure.ts';
import { newId } from '../src/database/id.ts';
import { type DatabaseLocation, openDatabase } from '../src/database/open.ts';
import { tables as pgTables } from '../src/database/tables.pg.ts';
import { directoryStore } from '../src/directory/store.ts';
import { sampleOffer } from '../src/statistics/sample-offer.ts';
import { type Desk, openDesk, testSealing } from './app.ts';
import { citizenOf, got, type Link, type Wanted } from './citizen.ts';
import { longPdf, papersAt } from './papers.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

/** A desk that lived: bookings, papers, a sealed trail, a sample of what is free, and at least one row in every table that there is. */
export async function openFullDesk(): Promise<{ desk: Desk; link: Link; wanted: Wanted; paper: { id: string; content: Buffer } }> {
  const desk = await openDesk();
  const { database, clock } = desk;
  const citizen = citizenOf(desk);
  const wanted = await citizen.wanted();
  const link = await citizen.book(wanted, { changes: { topic: 'Perché l’«età» è — così? 🏡', details: 'Una riga\n"a\\b"' } });
  const moved = await citizen.book(wanted, { nth: 3 });
  await citizen.cancel(moved, { reason: 'Sto male' });
  await citizen.hold(wanted, (await citizen.slots(wanted)).items[5]?.starts_at ?? '');
  const content = longPdf(700_000);
  const paper = got<{ id: string }>(await papersAt(desk, `/appointments/${link.code}/files`, { token: link.manage_token }).add({ name: 'Pianta.pdf', content }), 201);
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' }));
  got(await askAs(desk, cookie, 'POST', '/staff/people/search', { words: 'Rossi' }), 200);
  await sampleOffer({ database, clock, directory: directoryStore(database, clock), calendars: calendarStore({ database, clock }) });
  await trailSealer({ database, clock }).run();
  await fillEmptyTables(database);
  return { desk, link, wanted, paper: { id: paper.id, content } };
}

/** A row of anything in each table that life did not fill, so that no column is a column of nulls. */
async function fillEmptyTables(database: Database): Promise<void> {
  for (const [name, table] of Object.entries(database.tables) as [keyof typeof pgTables, PgTable][]) {
    if ((await database.read.select().from(table).limit(1)).length > 0) continue;
    const parents = new Map<string, string>();
    for (const { reference } of getTableConfig(pgTables[name]).foreignKeys) {
      const { columns, foreignTable } = reference();
      const key = Object.entries(database.tables).find(([, one]) => getTableName(one) === getTableName(foreignTable))?.[1];
      const [row] = await database.read.select().from(key as typeof database.tables.staff).limit(1);
      parents.set(columns[0]?.name ?? '', String(row?.id));
    }
    const id = [...parents].find(([column]) => getTableColumns(table)[column]?.primary)?.[1] ?? newId();
    const row = Object.fromEntries(Object.keys(getTableColumns(table)).map((column, index) => [column, parents.get(column) ?? someValue(pgTables[name], column, index, id)]));
    await database.write(async (tx) => void (await tx.insert(table).values(row as never)));
  }
}

/** What the desk reads again (days, hours of a day) is what it would write. */
function someValue(table: PgTable, name: string, index: number, id: string): unknown {
  const column = (getTableColumns(table) as Record<string, { primary: boolean; getSQLType(): string }>)[name];
  if (erasureOf(table).get(name) === 'seal') return testSealing.seal({ table: getTableName(table), column: name, id }, 'a secret');
  switch (column?.getSQLType()) {
    case 'text':
      if (/day$/i.test(name)) return '2030-01-01';
      return column.primary ? id : `«${name}» — 'è'`;
    case 'integer':
      return 3;
    case 'boolean':
      return true;
    case 'jsonb':
      return name === 'opening' ? [] : { it: 'sì', list: [1, null, 'è'] };
    case 'bytea':
      return Buffer.from([0, 1, 254, 255]);
    default:
      return 1_764_000_000_123 + index;
  }
}

/** Every row of every table as the product reads it, by table; the order of rows is none. */
export async function everything(location: DatabaseLocation): Promise<Record<string, string[]>> {
  const database = await openDatabase(location);
  try {
    const all: Record<string, string[]> = {};
    for (const table of Object.values(database.tables) as PgTable[]) {
      const rows = await database.read.select().from(table);
      all[getTableName(table)] = rows.map((row) => JSON.stringify(sorted(row))).toSorted();
    }
    return all;
  } finally {
    await database.close();
  }
}

/** PostgreSQL keeps the members of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}
