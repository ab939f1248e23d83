import type { AuditEntry, AuditEntryDetail } from '@sportello/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordAudit, type Recorded } from '../src/audit/record.ts';
import { trailSealer } from '../src/audit/seal.ts';
import { tidyUp } from '../src/housekeeping.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

let desk: Desk;
let admin: TestMember;
let cookie: string;
let auditor: string;
let objectId: string;
let counter = 0;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  admin = await addMember(desk, { role: 'admin' });
  ({ cookie } = await signedIn(desk, admin));
  ({ cookie: auditor } = await signedIn(desk, await addMember(desk, { role: 'auditor' })));
  objectId = `object-${++counter}`;
});
afterAll(() => desk.close());

/** Somebody changes a person of the staff from a known address. */
async function record(recorded: Partial<Recorded> = {}): Promise<void> {
  const actor = { kind: 'staff', staffId: admin.id, sessionId: 'a session', address: '198.51.100.7' } as const;
  const change: Recorded = { action: 'change', object: { kind: 'member', id: objectId }, before: { email: 'ada@example.org', role: 'operator' }, after: { email: 'zoe@example.org', role: 'manager' }, ...recorded };
  await desk.database.write((tx) => recordAudit(tx, desk.database.tables, actor, change, desk.clock.now()));
}

const search = async (query: string, as = cookie) => (await askAs(desk, as, 'GET', `/staff/audit-entries?${query}`)).json<{ items: AuditEntry[]; next_cursor: string | null }>();
const show = async (id: string, as = cookie) => (await askAs(desk, as, 'GET', `/staff/audit-entries/${id}`)).json<AuditEntryDetail>();

describe('the trail', () => {
  test('is searched, the newest first, in pages', async () => {
    for (let i = 0; i < 5; i += 1) await record({ after: { role: `${i}` } });
    const first = await search(`object_id=${objectId}&limit=3`);
    const second = await search(`object_id=${objectId}&limit=3&cursor=${first.next_cursor}`);
    expect([first.items.length, second.items.length, second.next_cursor]).toEqual([3, 2, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().reverse());
    expect(first.items[0]).toMatchObject({ actor: 'staff', staff_id: admin.id, staff_name: 'Prova admin', action: 'change', object_kind: 'member', fields: ['email', 'role'], network: '198.51.100.*', seal: null });
  });

  test('is searched by who, what, to what and when, in days of the union', async () => {
    desk.clock.set('2026-12-01T23:30:00+01:00');
    await record();
    const later = (await signedIn(desk, admin)).cookie;
    const found = async (query: string) => (await search(`object_id=${objectId}&${query}`, later)).items.length;
    expect(await found('from=2026-12-01&to=2026-12-01')).toBe(1);
    expect(await found('from=2026-12-02')).toBe(0);
    expect(await found('to=2026-11-30')).toBe(0);
    expect(await found('to=9999-12-31&from=0001-01-01')).toBe(1);
    expect(await found(`staff_id=${admin.id}&actor=staff&action=change&object_kind=member`)).toBe(1);
    for (const other of ['staff_id=nobody', 'actor=citizen', 'action=delete', 'object_kind=person']) expect(await found(other)).toBe(0);
  });

  test('refuses a search that makes no sense', async () => {
    for (const [query, field] of [['from=2026-12-02&to=2026-12-01', 'to'], ['cursor=nothing', 'cursor'], ['action=steal', 'action'], ['limit=0', 'limit']] as const) {
      expectInvalid(await askAs(desk, cookie, 'GET', `/staff/audit-entries?${query}`), field);
    }
  });

  test('keeps each search, with the names of what was asked but not what', async () => {
    await search(`object_id=${objectId}&from=2026-12-01`);
    const [found] = (await search(`action=search&staff_id=${admin.id}`)).items;
    expect(found).toMatchObject({ object_kind: 'audit', object_id: null });
    expect(found?.fields.toSorted()).toEqual(['from', 'object_id']);
    expect((await show(found?.id ?? '')).values?.every(({ before, after }) => before === null && after === null)).toBe(true);
  });

  test('keeps that somebody opened an entry', async () => {
    await record();
    const [entry] = (await search(`object_id=${objectId}`)).items;
    await show(entry?.id ?? '');
    expect((await search(`object_id=${entry?.id}`)).items).toMatchObject([{ action: 'see', object_kind: 'audit' }]);
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/audit-entries/nothing'), 'not-found');
  });

  test('shows an administrator the values, and an auditor none that speak of somebody', async () => {
    await record({
      before: { email: 'ada@example.org', role: 'operator', given_name: 'Ada', address: '198.51.100.7', note: 'sta male', allOffices: false, proofs: ['password'] },
      after: { email: 'zoe@example.org', role: 'manager', given_name: 'Zoe', address: '198.51.100.8', note: null, allOffices: true, proofs: ['password', 'totp'] },
    });
    const id = (await search(`object_id=${objectId}`)).items[0]?.id ?? '';
    const whole = await show(id);
    expect(whole).toMatchObject({ is_masked: false });
    expect(whole.values).toContainEqual({ field: 'email', before: 'ada@example.org', after: 'zoe@example.org' });
    const masked = await show(id, auditor);
    expect(masked.is_masked).toBe(true);
    expect(masked.values).toEqual([
      { field: 'email', before: 'a***@example.org', after: 'z***@example.org' },
      { field: 'role', before: 'operator', after: 'manager' },
      { field: 'given_name', before: 'A.', after: 'Z.' },
      { field: 'address', before: '198.51.100.*', after: '198.51.100.*' },
      { field: 'note', before: '***', after: null },
      { field: 'allOffices', before: 'false', after: 'true' },
      { field: 'proofs', before: 'password', after: 'password, totp' },
    ]);
  });

  test('shows its newest seal, and how many entries wait', async () => {
    await trailSealer(desk).run();
    await record();
    const before = (await askAs(desk, auditor, 'GET', '/staff/audit-seal')).json();
    expect(before).toMatchObject({ unsealed: 1, digest: expect.stringMatching(/^[\w-]{43}$/), sealed_at: '2026-12-01T08:00:00+01:00' });
    await trailSealer(desk).run();
    const after = (await askAs(desk, auditor, 'GET', '/staff/audit-seal')).json();
    expect(after).toMatchObject({ unsealed: 0, number: before.number + 1 });
    expect((await search(`object_id=${objectId}`)).items[0]?.seal).toBe(after.number);
  });
});

describe('retention', () => {
  test('takes the values away after two years, and leaves the entry', async () => {
    await record();
    const id = (await search(`object_id=${objectId}`)).items[0]?.id ?? '';
    desk.clock.set('2028-12-01T23:59:00+01:00');
    await tidyUp(desk);
    const later = () => signedIn(desk, admin).then((session) => show(id, session.cookie));
    expect((await later()).values).toHaveLength(2);
    desk.clock.pass(1);
    await tidyUp(desk);
    expect(await later()).toMatchObject({ id, fields: ['email', 'role'], values: null, network: null });
  });

  test('keeps the access log for six months after a session was last used, and no longer', async () => {
    const { staffSessions } = desk.database.tables;
    const { sessionId } = await signedIn(desk, admin);
    const isThere = async () => (await desk.database.read.select().from(staffSessions)).some(({ id }) => id === sessionId);
    desk.clock.set('2027-06-01T23:59:00+02:00');
    await tidyUp(desk);
    expect(await isThere()).toBe(true);
    desk.clock.pass(1);
    await tidyUp(desk);
    expect(await isThere()).toBe(false);
  });
});
