import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { newestSeal } from '../src/audit/chain.ts';
import { eraseAuditValuesOf, forgetAuditValues } from '../src/audit/erase.ts';
import { recordAudit } from '../src/audit/record.ts';
import { countUnsealed, startSealing, trailSealer } from '../src/audit/seal.ts';
import { verdictText } from '../src/audit/verdict-text.ts';
import { verifyTrail } from '../src/audit/verify.ts';
import { openTrail, type Trail } from './audit-trail.ts';

let trail: Trail;

beforeEach(async () => {
  trail = await openTrail();
});
afterEach(() => trail.close());

const sealsOf = ({ database: { read, tables } }: Trail) => read.select().from(tables.auditSeals).orderBy(tables.auditSeals.number);
const newest = async ({ database }: Trail) => {
  const seal = await newestSeal(database.read, database.tables);
  if (!seal) throw new Error('no seal');
  return seal;
};

describe('the database itself refuses', () => {
  const empties = inject('databaseKind') === 'pg' ? (table: string) => `TRUNCATE ${table} CASCADE` : (table: string) => `DELETE FROM ${table}`;
  test.each([
    ['to change an entry', "UPDATE audit_entries SET action = 'see'"],
    ['to delete an entry', 'DELETE FROM audit_entries'],
    ['to empty the trail', empties('audit_entries')],
    ['to change a seal', "UPDATE audit_seals SET digest = 'x'"],
    ['to delete a seal', 'DELETE FROM audit_seals'],
    ['to empty the chain', empties('audit_seals')],
    ['to change values', "UPDATE audit_values SET written = '[]'"],
  ])('%s', async (_, statement) => {
    await trail.write(2);
    await expect(trail.sql(statement)).rejects.toThrow(/never|refuse|immutable|not/i);
    expect(await trail.findings()).toEqual([]);
    expect(await trail.ids()).toHaveLength(2);
  });
});

describe('sealing', () => {
  test('chains every entry once, in the order of the ids', async () => {
    const ids = await trail.write(650);
    const seals = await sealsOf(trail);
    expect(seals.map(({ entryId }) => entryId)).toEqual(ids);
    expect(seals.map(({ number }) => number)).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(seals.map(({ digest }) => digest)).size).toBe(650);
    expect(await trail.seal()).toBe(0);
    expect(await trail.findings()).toEqual([]);
  });

  test('seals an entry that was committed late, after some with higher ids', async () => {
    const sealer = trailSealer(trail);
    await trail.write(3);
    await sealer.run();
    await sealer.run();
    const [late] = await trail.write(3);
    await trail.attack(`DELETE FROM audit_seals WHERE number > 3; CREATE TABLE apart AS SELECT * FROM audit_entries WHERE id = '${late}'`);
    await trail.attack(`DELETE FROM audit_entries WHERE id = '${late}'`);
    expect(await sealer.run()).toBe(2);
    await trail.attack('INSERT INTO audit_entries SELECT * FROM apart');
    expect(await sealer.run()).toBe(1);
    expect((await newest(trail)).entryId).toBe(late);
    expect(await trail.findings()).toEqual([]);
  });

  test('by several processes at once makes one chain', async () => {
    await trail.write(0);
    const sealers = Array.from({ length: 4 }, () => trailSealer(trail));
    const stillSealing = Promise.all(sealers.map(async (sealer) => { for (let i = 0; i < 5; i += 1) await sealer.run(); }));
    const { database, clock } = trail;
    for (let i = 0; i < 60; i += 1) await database.write((tx) => recordAudit(tx, database.tables, { kind: 'system' }, { action: 'see', object: { kind: 'audit', id: null } }, clock.now()));
    await stillSealing;
    while ((await Promise.all(sealers.map((sealer) => sealer.run()))).some((sealed) => sealed > 0)) continue;
    expect(await sealsOf(trail)).toHaveLength(60);
    expect(await countUnsealed(database)).toBe(0);
    expect(await trail.findings()).toEqual([]);
  });

  test('tells the newest seal to the log, and once more when it stops', async () => {
    await trail.write(1);
    const told: object[] = [];
    const sealing = startSealing({ ...trail, log: { info: (about) => told.push(about), warn: (about) => told.push(about) } });
    const { database, clock } = trail;
    await database.write((tx) => recordAudit(tx, database.tables, { kind: 'system' }, { action: 'rotate', object: { kind: 'keys', id: null } }, clock.now()));
    await sealing.stop();
    const { number, digest, sealedAt } = await newest(trail);
    expect(told.at(-1)).toEqual({ number, digest, sealedAt: new Date(sealedAt).toISOString() });
    expect(number).toBe(2);
  });
});

describe('verifying finds that', () => {
  const alter = (id: string | undefined, change: string) => `UPDATE audit_entries SET ${change} WHERE id = '${id}'`;

  test.each(["action = 'see'", "actor = 'system'", "staff_id = 'staff-2'", 'session_id = NULL', "object_id = 'member-9'", "object_kind = 'person'", "digest = 'x'", `fields = '["email"]'`])('an entry was altered: %s', async (change) => {
    const ids = await trail.write(5);
    await trail.attack(alter(ids[2], change));
    const found = await trail.findings();
    expect(found[0]).toBe('entry-altered');
    expect(found.filter((kind) => kind !== 'values-altered')).toHaveLength(1);
  });

  test('an entry was deleted', async () => {
    const ids = await trail.write(5);
    await trail.attack(`DELETE FROM audit_values WHERE entry_id = '${ids[2]}'; DELETE FROM audit_entries WHERE id = '${ids[2]}'`);
    expect(await trail.findings()).toEqual(['entry-missing']);
  });

  test('an entry was deleted with its seal', async () => {
    const ids = await trail.write(5);
    await trail.attack(`DELETE FROM audit_values WHERE entry_id = '${ids[2]}'; DELETE FROM audit_seals WHERE entry_id = '${ids[2]}'; DELETE FROM audit_entries WHERE id = '${ids[2]}'`);
    expect(await trail.findings()).toEqual(['links-missing']);
  });

  test('a forged entry was put in, even though it was sealed', async () => {
    const ids = await trail.write(30);
    await trail.attack(`INSERT INTO audit_entries SELECT '${ids[2]?.slice(0, -4)}ffff', at, actor, staff_id, session_id, action, object_kind, object_id, fields, digest FROM audit_entries WHERE id = '${ids[2]}'`);
    expect(await trail.findings()).toEqual(['entry-unsealed']);
    await trailSealer(trail).run();
    expect(await trail.findings()).toEqual(['entry-backdated']);
  });

  test('the end was cut off, against a seal that was noted', async () => {
    const ids = await trail.write(5);
    const noted = await newest(trail);
    for (const table of ['audit_values', 'audit_seals']) await trail.attack(`DELETE FROM ${table} WHERE entry_id = '${ids[4]}'`);
    await trail.attack(`DELETE FROM audit_entries WHERE id = '${ids[4]}'`);
    expect(await trail.findings()).toEqual([]);
    expect(await trail.findings(noted)).toEqual(['chain-cut']);
  });

  test('the end was written anew, against a seal that was noted', async () => {
    const ids = await trail.write(5);
    const noted = await newest(trail);
    await trail.attack(`DELETE FROM audit_seals WHERE number >= 3; ${alter(ids[2], "action = 'see'")}`);
    await trailSealer(trail).run();
    expect(await trail.findings()).toEqual([]);
    expect(await trail.findings(noted)).toEqual(['seal-differs']);
  });

  test.each([`written = '[["role","operator","admin"]]'`, "address = '203.0.113.9'", "salt = 'x'", "person_id = 'somebody'"])('values were altered: %s', async (change) => {
    const ids = await trail.write(3);
    await trail.attack(`UPDATE audit_values SET ${change} WHERE entry_id = '${ids[1]}'`);
    expect(await trail.findings()).toEqual(['values-altered']);
  });

  test('values were swapped', async () => {
    const [one, other] = await trail.write(2);
    await trail.attack(`UPDATE audit_values SET entry_id = 'apart' WHERE entry_id = '${one}'`);
    await trail.attack(`UPDATE audit_values SET entry_id = '${one}' WHERE entry_id = '${other}'`);
    await trail.attack(`UPDATE audit_values SET entry_id = '${other}' WHERE entry_id = 'apart'`);
    expect(await trail.findings()).toEqual(['values-swapped', 'values-swapped']);
  });

  test('values lie there of an entry that is gone with its seal', async () => {
    const ids = await trail.write(2);
    await trail.attack(`DELETE FROM audit_seals WHERE entry_id = '${ids[1]}'; DELETE FROM audit_entries WHERE id = '${ids[1]}'`);
    expect(await trail.findings()).toEqual(['values-without-entry']);
  });

  test('a seal was altered', async () => {
    await trail.write(5);
    await trail.attack('UPDATE audit_seals SET digest = (SELECT digest FROM audit_seals WHERE number = 1) WHERE number = 3');
    expect(await trail.findings()).toEqual(['entry-altered', 'entry-altered']);
  });
});

describe('verifying does not mind', () => {
  test('values of a person that were erased', async () => {
    await trail.write(2, { personId: 'person-1' });
    await trail.write(1, { personId: 'person-2' });
    const { database, clock } = trail;
    await database.write((tx) => eraseAuditValuesOf(tx, database.tables, 'person-1'));
    expect(await verifyTrail({ database, clock })).toMatchObject({ findings: [], sealed: 3, erased: 2, waiting: 0 });
  });

  test('values that became too old, of which the oldest go first', async () => {
    await trail.write(4);
    const { database, clock } = trail;
    await database.write((tx) => forgetAuditValues(tx, database.tables, clock.now() - 60_000, 2));
    expect(await verifyTrail({ database, clock })).toMatchObject({ findings: [], erased: 2 });
    await database.write((tx) => forgetAuditValues(tx, database.tables, clock.now() - 60_000));
    expect(await verifyTrail({ database, clock })).toMatchObject({ findings: [], erased: 3 });
  });

  test('an entry that waits for its seal', async () => {
    await trail.write(1);
    const { database, clock } = trail;
    await database.write((tx) => recordAudit(tx, database.tables, { kind: 'system' }, { action: 'see', object: { kind: 'audit', id: null } }, clock.now()));
    expect(await verifyTrail({ database, clock })).toMatchObject({ findings: [], waiting: 1 });
  });

  test('a night without a running server', async () => {
    await trail.write(2);
    trail.clock.pass(600);
    await trail.write(2);
    expect(await trail.findings()).toEqual([]);
  });

  test('a trail without entries', async () => {
    const verdict = await verifyTrail(trail);
    expect(verdict).toMatchObject({ findings: [], sealed: 0, newest: null });
    expect(verdictText(verdict)).toContain('The trail is whole.');
  });
});

test('a verdict names what was found, and how much more there is', async () => {
  const ids = await trail.write(250);
  await trail.attack("UPDATE audit_values SET salt = 'x'");
  const text = verdictText(await verifyTrail(trail));
  expect(text).toContain('The trail was tampered with:');
  expect(text).toContain(`The values of entry ${ids[0]} were altered.`);
  expect(text).toContain('and 50 more');
});

test('a seal that was noted is found again in the chain', async () => {
  await trail.write(3);
  const { number, digest } = await newest(trail);
  expect(await trail.findings({ number, digest })).toEqual([]);
});
