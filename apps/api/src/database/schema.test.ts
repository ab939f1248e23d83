import { getTableColumns, getTableName } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { pendingStatements } from './cli/generate-migrations.ts';
import { erasureOf } from './erasure.ts';
import { tables as pgTables } from './tables.pg.ts';
import { tables as sqliteTables } from './tables.sqlite.ts';

describe.each(['sqlite', 'pg'] as const)('the migrations of %s', (kind) => {
  test('lead to the schema of today', async () => {
    expect((await pendingStatements(kind)).statements).toEqual([]);
  });
});

test('every column says what erasure does to it', () => {
  for (const tables of [pgTables, sqliteTables]) {
    for (const table of Object.values(tables)) {
      expect([...erasureOf(table).keys()], getTableName(table)).toEqual(Object.keys(getTableColumns(table)));
    }
  }
});

test('what erasure sets to null may be null, and what it masks is a text', () => {
  for (const table of Object.values(pgTables)) {
    const columns = getTableColumns(table);
    for (const [name, erasure] of erasureOf(table)) {
      const column = columns[name as keyof typeof columns] as { notNull: boolean; dataType: string };
      if (erasure === 'clear') expect(column.notNull, `${getTableName(table)}.${name}`).toBe(false);
      if (erasure === 'mask') expect(column.dataType, `${getTableName(table)}.${name}`).toBe('string');
    }
  }
});

test('names, contacts and what people wrote are never declared plain', () => {
  const personal = /^(givenName|familyName|companyName|email|phone|taxCode|topic|details|home[A-Z].*|value|body|comment|clientDigest|personKey|emailDigest)$/;
  const ofUs = ['unions', 'offices']; // contacts of the institution
  const keysOfRooms = ['room_people.personKey', 'room_stays.personKey']; // `citizen`, or an id
  const plain = Object.values(pgTables)
    .filter((table) => !ofUs.includes(getTableName(table)) && getTableName(table) !== 'installation')
    .flatMap((table) => [...erasureOf(table)].filter(([name, erasure]) => personal.test(name) && erasure === 'plain').map(([name]) => `${getTableName(table)}.${name}`));
  expect(plain.filter((column) => !keysOfRooms.includes(column))).toEqual([]);
});
