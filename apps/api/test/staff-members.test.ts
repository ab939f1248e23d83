import type { Member } from '@sportello/contract';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change as changeVerb } from '../src/identity/member-changes.ts';
import type { StaffMember } from '../src/identity/staff-member.ts';
import { type Desk, openBeside, openDesk } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

let desk: Desk;
let ada: TestMember;
let asAda: string;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ state: 'suspended' }))); // those of the demo, and of the test before
  ada = await addMember(desk, { role: 'admin' });
  asAda = (await signedIn(desk, ada)).cookie;
});
afterAll(() => desk.close());

let guests = 0;
const guest = (change: object = {}) => ({ email: `collega${++guests}@example.org`, given_name: 'Bruna', family_name: 'Bruni', role: 'operator', ...change });
const invite = (change: object = {}, cookie = asAda) => askAs(desk, cookie, 'POST', '/staff/members', guest(change));
const change = (id: string, body: object, cookie = asAda) => askAs(desk, cookie, 'PATCH', `/staff/members/${id}`, body);
const show = async (id: string) => (await askAs(desk, asAda, 'GET', `/staff/members/${id}`)).json<Member>();

async function officeId(slug: string): Promise<string> {
  const { offices } = desk.database.tables;
  const [office] = await desk.database.read.select().from(offices).where(eq(offices.slug, slug));
  return office?.id ?? '';
}

/** The last entry of the trail about somebody, with its values. */
async function lastEntry(objectId: string) {
  const { auditEntries, auditValues } = desk.database.tables;
  const [entry] = await desk.database.read
    .select()
    .from(auditEntries)
    .innerJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
    .where(and(eq(auditEntries.objectId, objectId), eq(auditEntries.objectKind, 'member')))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1);
  return entry && { ...entry.audit_entries, values: JSON.parse(entry.audit_values.written) as unknown[], address: entry.audit_values.address };
}

describe('inviting', () => {
  test('makes an account that waits for its owner, and writes it in the trail', async () => {
    const office = await officeId('ufficio-tecnico');
    const answer = await invite({ scope: { all_offices: false, office_ids: [office], municipality_ids: [] }, language: 'en' });
    expect(answer.statusCode).toBe(201);
    const member = answer.json<Member>();
    expect(member).toMatchObject({ role: 'operator', state: 'invited', language: 'en', scope: { office_ids: [office] }, is_demo: false, has_second_factor: false, last_seen_at: null, revision: 0 });
    expect(member).toMatchObject({ invited_at: '2026-12-01T07:00:00.000Z', invitation_expires_at: '2026-12-08T07:00:00.000Z' });
    expect(await lastEntry(member.id)).toMatchObject({ action: 'invite', actor: 'staff', staffId: ada.id, address: '127.0.0.1', values: expect.arrayContaining([['email', null, member.email], ['role', null, 'operator'], ['office_ids', null, [office]]]) });
  });

  test('takes the address without blanks and capitals, and each one once', async () => {
    const member = (await invite({ email: '  Carla.Carli@Example.ORG ' })).json<Member>();
    expect(member.email).toBe('carla.carli@example.org');
    for (const email of ['carla.carli@example.org', 'CARLA.CARLI@EXAMPLE.ORG', ' Carla.Carli@example.org ']) expectProblem(await invite({ email }), 'email-in-use');
    expect((await mailOf(desk)).filter(({ to }) => to === member.email)).toHaveLength(1);
  });

  test('of one address at the same moment is one account', async () => {
    const email = 'insieme@example.org';
    const answers = await Promise.all([invite({ email }), invite({ email }), invite({ email })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
  });

  test.each([
    ['/role', { role: 'root' }],
    ['/state', { state: 'active' }],
    ['/is_demo', { is_demo: true }],
    ['/revision', { revision: 7 }],
    ['/id', { id: 'x' }],
    ['/password', { password: 'quattro gatti blu in fila' }],
    ['/email', { email: 'collega' }],
    ['/given_name', { given_name: ' ' }],
    ['/scope/office_ids', { scope: { all_offices: false, office_ids: ['nessuno'], municipality_ids: [] } }],
    ['/scope/municipality_ids', { scope: { all_offices: false, office_ids: [], municipality_ids: ['nessuno'] } }],
  ])('refuses what is not right at %s', async (field, body) => {
    expectInvalid(await invite(body), field);
  });

  test('is taken back until it was used, with its link and its mail', async () => {
    const { id, email } = (await invite()).json<Member>();
    expect((await askAs(desk, asAda, 'DELETE', `/staff/members/${id}`)).statusCode).toBe(204);
    expectProblem(await askAs(desk, asAda, 'GET', `/staff/members/${id}`), 'not-found');
    expect((await mailOf(desk)).map(({ to }) => to)).not.toContain(email);
    expect(await lastEntry(id)).toMatchObject({ action: 'delete', values: expect.arrayContaining([['email', email, null]]) });
    expect((await invite({ email })).statusCode).toBe(201);
  });

  test('of somebody active is neither taken back nor sent again', async () => {
    const bruna = await addMember(desk, { role: 'operator' });
    expect(expectProblem(await askAs(desk, asAda, 'DELETE', `/staff/members/${bruna.id}`), 'state-conflict').state).toBe('active');
    expectProblem(await askAs(desk, asAda, 'POST', `/staff/members/${bruna.id}/invitation`, {}), 'state-conflict');
    expectProblem(await askAs(desk, asAda, 'DELETE', '/staff/members/nobody'), 'not-found');
  });
});

describe('changing somebody', () => {
  test('writes what was and what is, and raises the revision', async () => {
    const { id } = await addMember(desk, { role: 'operator' });
    const scope = { all_offices: false, office_ids: [await officeId('suap')], municipality_ids: [] };
    const answer = await change(id, { revision: 0, role: 'manager', family_name: ' Neri ', scope });
    expect(answer.json()).toMatchObject({ role: 'manager', family_name: 'Neri', scope, revision: 1 });
    const entry = await lastEntry(id);
    expect(entry).toMatchObject({ action: 'change', fields: ['family_name', 'role', 'office_ids'] });
    expect(entry?.values).toEqual([['family_name', 'operator', 'Neri'], ['role', 'operator', 'manager'], ['office_ids', [], scope.office_ids]]);
  });

  test('takes effect on a session that is open', async () => {
    const bruna = await addMember(desk, { role: 'admin' });
    const { cookie } = await signedIn(desk, bruna);
    await change(bruna.id, { revision: 0, role: 'operator' });
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/members'), 'not-allowed');
  });

  test('is refused where somebody else was quicker', async () => {
    const { id } = await addMember(desk, { role: 'operator' });
    expect((await change(id, { revision: 0, role: 'auditor' })).statusCode).toBe(200);
    expectProblem(await change(id, { revision: 0, role: 'manager' }), 'changed-meanwhile');
    expect((await show(id)).role).toBe('auditor');
  });

  test('of two at the same moment is one', async () => {
    const { id } = await addMember(desk, { role: 'operator' });
    const answers = await Promise.all((['auditor', 'manager', 'admin'] as const).map((role) => change(id, { revision: 0, role })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
  });

  test('suspending ends their sessions at once; they may come back', async () => {
    const bruna = await addMember(desk, { role: 'operator' });
    const { cookie } = await signedIn(desk, bruna);
    expect((await change(bruna.id, { revision: 0, state: 'suspended' })).json()).toMatchObject({ state: 'suspended' });
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/session'), 'session-over');
    expect((await change(bruna.id, { revision: 1, state: 'active' })).json()).toMatchObject({ state: 'active' });
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/session'), 'session-over');
  });

  test('who was only invited is neither made active nor suspended by hand', async () => {
    const { id } = (await invite()).json<Member>();
    for (const state of ['active', 'suspended']) expectProblem(await change(id, { revision: 0, state }), 'state-conflict');
    expect((await change(id, { revision: 0, role: 'auditor' })).json()).toMatchObject({ role: 'auditor', state: 'invited' });
  });

  test.each([{ email: 'eva@example.org' }, { is_demo: true }, { password_hash: 'x' }, { state: 'invited' }, { role: 'root' }, { permissions: [] }])('refuses %j', async (body) => {
    const { id } = await addMember(desk, { role: 'operator' });
    expectInvalid(await change(id, { revision: 0, ...body }), `/${Object.keys(body)[0]}`);
  });

  test('nobody changes their own role or state', async () => {
    await addMember(desk, { role: 'admin' });
    expectProblem(await change(ada.id, { revision: 0, role: 'operator' }), 'not-allowed');
    expectProblem(await change(ada.id, { revision: 0, state: 'suspended' }), 'not-allowed');
    expect((await change(ada.id, { revision: 0, role: 'admin', given_name: 'Ada' })).json()).toMatchObject({ role: 'admin', given_name: 'Ada' });
  });
});

describe('the last administrator', () => {
  test('stays one', async () => {
    expectProblem(await change(ada.id, { revision: 0, role: 'auditor' }), 'last-administrator');
    expectProblem(await change(ada.id, { revision: 0, state: 'suspended' }), 'last-administrator');
    expect(await show(ada.id)).toMatchObject({ role: 'admin', state: 'active', revision: 0 });
  });

  test.each([
    ['demote', { revision: 0, role: 'operator' }],
    ['suspend', { revision: 0, state: 'suspended' }],
  ])('is left when two %s each other at the same moment, in two processes', async (_, body) => {
    const bruna = await addMember(desk, { role: 'admin' });
    const asBruna = (await signedIn(desk, bruna)).cookie;
    const beside = await openBeside(desk);
    const answers = await Promise.all([change(bruna.id, body), askAs(beside, asBruna, 'PATCH', `/staff/members/${ada.id}`, body)]);
    await beside.close();
    const { staff } = desk.database.tables;
    const left = await desk.database.read.select().from(staff).where(and(eq(staff.role, 'admin'), eq(staff.state, 'active')));
    expect(left).toHaveLength(1);
    const [loser] = answers.filter(({ statusCode }) => statusCode !== 200);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    // Whoever was refused had passed the door, or came to it when the other was done.
    expect(['last-administrator', 'not-allowed', 'session-over']).toContain(loser?.json<{ type: string }>().type.split('/').at(-1));
  });

  test('is left even when both were let in before either was done', async () => {
    const bruna = await addMember(desk, { role: 'admin' });
    const beside = await openBeside(desk);
    const by = ({ id }: TestMember): StaffMember => ({ id, role: 'admin', reach: { everything: true }, sessionId: 's', sessionState: 'open', proofs: [], authenticatedAt: desk.clock.now(), isDemo: false, address: '127.0.0.1' });
    const demoted = { revision: 0, role: 'operator' } as const;
    const outcomes = await Promise.allSettled([changeVerb(desk, by(ada), bruna.id, demoted), changeVerb(beside, by(bruna), ada.id, demoted)]);
    await beside.close();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { problemName: 'last-administrator' } }]);
  });
});

describe('taking the second factor away', () => {
  async function withFactors(): Promise<TestMember> {
    const bruna = await addMember(desk, { role: 'operator' });
    const { totpSecrets, passkeys, recoveryCodes } = desk.database.tables;
    const now = desk.clock.now();
    await desk.database.write(async (tx) => {
      await tx.insert(totpSecrets).values({ staffId: bruna.id, secret: 'sealed', createdAt: now, confirmedAt: now });
      await tx.insert(passkeys).values({ id: `key of ${bruna.id}`, staffId: bruna.id, credentialId: bruna.id, publicKey: 'x', counter: 0, transports: [], backedUp: false, name: 'Telefono', createdAt: now });
      await tx.insert(recoveryCodes).values({ id: `code of ${bruna.id}`, staffId: bruna.id, digest: 'x' });
    });
    return bruna;
  }
  const reset = (id: string, cookie = asAda) => askAs(desk, cookie, 'POST', `/staff/members/${id}/second-factor-reset`, {});

  test('takes all of it, ends their sessions and tells them', async () => {
    const bruna = await withFactors();
    const { cookie } = await signedIn(desk, bruna);
    expect(await show(bruna.id)).toMatchObject({ has_second_factor: true });
    expect((await reset(bruna.id)).json()).toMatchObject({ has_second_factor: false });
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/session'), 'session-over');
    const { totpSecrets, passkeys, recoveryCodes } = desk.database.tables;
    for (const table of [totpSecrets, passkeys, recoveryCodes]) expect(await desk.database.read.select().from(table).where(eq(table.staffId, bruna.id))).toEqual([]);
    expect(await lastEntry(bruna.id)).toMatchObject({ action: 'reset', values: [['totp', 1, 0], ['passkeys', 1, 0], ['recovery_codes', 1, 0]] });
    expect(await mailOf(desk)).toMatchObject([{ to: bruna.email, subject: expect.stringContaining('Secondo fattore tolto') }]);
  });

  test('needs a sign-in of less than ten minutes ago', async () => {
    const bruna = await withFactors();
    const { staffSessions } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(staffSessions).set({ authenticatedAt: desk.clock.now() - 11 * 60_000 }).where(eq(staffSessions.staffId, ada.id))));
    expectProblem(await reset(bruna.id), 'fresh-sign-in-needed');
    expect(await show(bruna.id)).toMatchObject({ has_second_factor: true });
  });

  test('is not for one’s own, nor for nobody’s', async () => {
    expectProblem(await reset(ada.id), 'not-allowed');
    expectProblem(await reset('nobody'), 'not-found');
  });
});

describe('who may', () => {
  test('an auditor reads, and changes nothing', async () => {
    const cookie = (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
    const { id } = await addMember(desk, { role: 'operator' });
    expect((await askAs(desk, cookie, 'GET', '/staff/members')).statusCode).toBe(200);
    expect((await askAs(desk, cookie, 'GET', `/staff/members/${id}`)).statusCode).toBe(200);
    expectProblem(await invite({}, cookie), 'not-allowed');
    expectProblem(await change(id, { revision: 0, role: 'admin' }, cookie), 'not-allowed');
    expectProblem(await askAs(desk, cookie, 'DELETE', `/staff/members/${id}`), 'not-allowed');
    for (const path of ['invitation', 'second-factor-reset']) expectProblem(await askAs(desk, cookie, 'POST', `/staff/members/${id}/${path}`, {}), 'not-allowed');
  });

  test.each(['operator', 'manager'] as const)('a %s does not even see who works here, and cannot raise themselves', async (role) => {
    const member = await addMember(desk, { role, allOffices: true });
    const { cookie } = await signedIn(desk, member);
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/members'), 'not-allowed');
    expectProblem(await change(member.id, { revision: 0, role: 'admin' }, cookie), 'not-allowed');
  });

  test('everybody is listed by family name, in pages', async () => {
    const all = (await askAs(desk, asAda, 'GET', '/staff/members')).json<{ items: Member[] }>().items;
    const names = all.map(({ family_name }) => family_name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('it').compare));
    const first = (await askAs(desk, asAda, 'GET', '/staff/members?limit=2')).json<{ items: Member[]; next_cursor: string }>();
    const second = (await askAs(desk, asAda, 'GET', `/staff/members?limit=2&cursor=${first.next_cursor}`)).json<{ items: Member[] }>();
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id));
    expect(JSON.stringify(all)).not.toContain('scrypt');
  });
});
