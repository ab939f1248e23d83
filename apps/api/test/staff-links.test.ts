import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyPassword } from '../src/identity/passwords.ts';
import { type Desk, openBeside, openDesk, testSecrets } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { solve } from './proof-of-work.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { goodPassword, linkOf, mailOf, tokenIn } from './staff-mail.ts';

let desk: Desk;
let admin: { cookie: string };
let adminMember: TestMember;
let guests = 0;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  adminMember = await addMember(desk, { role: 'admin' });
  admin = await signedIn(desk, adminMember);
});
afterAll(() => desk.close());

const minute = 1;
const hour = 60;
const day = 24 * hour;

async function invited(): Promise<{ id: string; email: string; token: string }> {
  const email = `ospite${++guests}@example.org`;
  const answer = await askAs(desk, admin.cookie, 'POST', '/staff/members', { email, given_name: 'Olga', family_name: 'Ospite', role: 'operator' });
  expect(answer.statusCode).toBe(201);
  const mail = (await mailOf(desk)).find(({ to }) => to === email);
  return { id: answer.json<{ id: string }>().id, email, token: tokenIn(mail) };
}

/** The account as the database has it. */
async function rowOf(id: string) {
  const { staff } = desk.database.tables;
  const [row] = await desk.database.read.select().from(staff).where(eq(staff.id, id));
  return row;
}

async function setState(id: string, state: 'active' | 'suspended' | 'invited'): Promise<void> {
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ state }).where(eq(staff.id, id))));
}

async function giveTotp(staffId: string): Promise<void> {
  const { totpSecrets } = desk.database.tables;
  const now = desk.clock.now();
  await desk.database.write(async (tx) => void (await tx.insert(totpSecrets).values({ staffId, secret: 'sealed', createdAt: now, confirmedAt: now })));
}

const askForReset = (email: string) => askAs(desk, null, 'POST', '/staff/password-resets', { email });

/** Asks for a new password and reads the link out of the mail. */
async function resetToken(email: string): Promise<string> {
  expect((await askForReset(email)).statusCode).toBe(202);
  return tokenIn((await mailOf(desk)).find(({ to, text }) => to === email && text.includes('benvenuto')));
}

describe('an invitation', () => {
  test('says what it is for without being used', async () => {
    const { email, token } = await invited();
    const looked = await linkOf(desk, token).looked();
    expect(looked).toEqual({ kind: 'invitation', email, given_name: 'Olga', family_name: 'Ospite', role: 'operator', expires_at: '2026-12-08T07:00:00.000Z' });
    expect((await linkOf(desk, token).look()).statusCode).toBe(200);
  });

  test('sets the password, makes the account active, and lets in as far as setting up a second factor', async () => {
    const { id, token } = await invited();
    const answer = await linkOf(desk, token).use({ language: 'en' });
    expect(answer.json()).toEqual({ state: 'signed_in' });
    expect(await rowOf(id)).toMatchObject({ state: 'active', language: 'en', passwordChangedAt: desk.clock.now() });
    expect(await verifyPassword(goodPassword, (await rowOf(id))?.passwordHash ?? null)).toBe(true);
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await askAs(desk, cookie, 'GET', '/staff/session')).json()).toMatchObject({ id, session: { state: 'enrolling' } });
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/members'), 'not-allowed');
  });

  test('serves once', async () => {
    const { token } = await invited();
    expect((await linkOf(desk, token).use()).statusCode).toBe(200);
    expectProblem(await linkOf(desk, token).use(), 'link-over');
    expectProblem(await linkOf(desk, token).look(), 'link-over');
  });

  test('serves once even when it is used many times at one moment, in two processes', async () => {
    const { id, token } = await invited();
    const beside = await openBeside(desk);
    const passwords = ['cinque cani rossi a passeggio', 'sei merli bianchi sul tetto', 'sette lupi verdi nel bosco', 'otto ricci viola nel prato'];
    const answers = await Promise.all(passwords.map((password, i) => linkOf(i % 2 === 0 ? desk : beside, token).use({ password })));
    await beside.close();
    const won = answers.flatMap(({ statusCode }, i) => (statusCode === 200 ? [i] : []));
    expect(won).toHaveLength(1);
    for (const [i, answer] of answers.entries()) if (!won.includes(i)) expectProblem(answer, 'link-over');
    expect(await verifyPassword(passwords[won[0] ?? -1] ?? '', (await rowOf(id))?.passwordHash ?? null)).toBe(true);
  });

  test('is over after seven days', async () => {
    const { token } = await invited();
    desk.clock.pass(7 * day - minute);
    expect((await linkOf(desk, token).look()).statusCode).toBe(200);
    desk.clock.pass(minute);
    expectProblem(await linkOf(desk, token).look(), 'link-over');
    expectProblem(await linkOf(desk, token).use(), 'link-over');
  });

  test('is over when a newer one was sent', async () => {
    const { id, email, token } = await invited();
    desk.clock.pass(minute);
    const { cookie } = await signedIn(desk, adminMember);
    expect((await askAs(desk, cookie, 'POST', `/staff/members/${id}/invitation`, {})).statusCode).toBe(200);
    const newer = tokenIn((await mailOf(desk)).find(({ to }) => to === email));
    expectProblem(await linkOf(desk, token).use(), 'link-over');
    expect((await linkOf(desk, newer).use()).statusCode).toBe(200);
  });

  test('opens nothing for somebody suspended, nor when it was taken back', async () => {
    const { id, token } = await invited();
    await setState(id, 'suspended');
    expectProblem(await linkOf(desk, token).look(), 'link-over');
    expectProblem(await linkOf(desk, token).use(), 'link-over');
    await setState(id, 'invited');
    expect((await askAs(desk, admin.cookie, 'DELETE', `/staff/members/${id}`)).statusCode).toBe(204);
    expectProblem(await linkOf(desk, token).use(), 'link-over');
  });

  test('is not used up by a password that will not do', async () => {
    const { token } = await invited();
    for (const password of ['corta', 'ospite ospite ospite', 'passwordpassword']) expectInvalid(await linkOf(desk, token).use({ password }), '/password');
    expect((await linkOf(desk, token).use()).statusCode).toBe(200);
  });

  test.each([
    ['email', { email: 'altra@example.org' }],
    ['given_name', { given_name: 'Eva' }],
  ])('leaves %s to an administrator', async (field, body) => {
    const { token } = await invited();
    expectInvalid(await linkOf(desk, token).use(body), `/${field}`);
  });

  test.each([{ role: 'admin' }, { state: 'active' }, { is_demo: true }, { scope: { all_offices: true, office_ids: [], municipality_ids: [] } }])('gives nobody more than was given: %j', async (extra) => {
    const { id, token } = await invited();
    expectInvalid(await linkOf(desk, token).use(extra), `/${Object.keys(extra)[0]}`);
    expect(await rowOf(id)).toMatchObject({ role: 'operator', state: 'invited' });
  });
});

describe('no link', () => {
  test.each([
    ['a forged token', (id: string) => `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url').slice(0, 20)}${'A'.repeat(44)}`],
    ['the token of a hold', (id: string) => testSecrets.token('hold', { id, linkGeneration: 0 })],
    ['the token of an appointment', (id: string) => testSecrets.token('manage', { id, linkGeneration: 0 })],
    ['another generation', (id: string) => testSecrets.token('staff', { id, linkGeneration: 1 })],
    ['a link that is not there', () => testSecrets.token('staff', { id: '0199aaaa-0000-7000-8000-000000000001', linkGeneration: 0 })],
    ['any text', () => 'x'],
  ])('%s', async (_, forge) => {
    const { token } = await invited();
    const forged = forge(testSecrets.ownerIdOf(token) ?? '');
    expectProblem(await linkOf(desk, forged).look(), 'link-over');
    expectProblem(await linkOf(desk, forged).use(), 'link-over');
  });

  test('is used from another site', async () => {
    const { token } = await invited();
    const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/staff/links/redemption', headers: { origin: 'https://evil.example', 'content-type': 'application/json' }, payload: JSON.stringify({ token, password: goodPassword }) });
    expectProblem(answer, 'wrong-origin');
  });
});

describe('a new password', () => {
  test('is set by the link of the mail, for an hour', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    const token = await resetToken(ada.email);
    expect(await linkOf(desk, token).looked()).toMatchObject({ kind: 'reset', email: ada.email, expires_at: '2026-12-01T08:00:00.000Z' });
    desk.clock.pass(hour - minute);
    expect((await linkOf(desk, token).use()).json()).toEqual({ state: 'signed_in' });
    expect(await verifyPassword(goodPassword, (await rowOf(ada.id))?.passwordHash ?? null)).toBe(true);
    const late = await resetToken(ada.email);
    desk.clock.pass(hour);
    expectProblem(await linkOf(desk, late).use(), 'link-over');
  });

  test('ends every session that was open, and tells its owner', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    const { cookie, sessionId } = await signedIn(desk, ada);
    const token = await resetToken(ada.email);
    await linkOf(desk, token).use();
    expectProblem(await askAs(desk, cookie, 'GET', '/staff/session'), 'session-over');
    const { staffSessions } = desk.database.tables;
    expect(await desk.database.read.select().from(staffSessions).where(eq(staffSessions.id, sessionId))).toMatchObject([{ endedBy: 'reset' }]);
    expect(await mailOf(desk)).toMatchObject([{ to: ada.email, subject: expect.stringContaining('Password cambiata') }]);
  });

  test('asks for the second factor of who has one: the mail alone lets nobody in', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    await giveTotp(ada.id);
    const answer = await linkOf(desk, await resetToken(ada.email)).use();
    expect(answer.json()).toMatchObject({ state: 'second_factor', factors: ['totp'], challenge: expect.stringMatching(/./) });
    expect(answer.cookies).toEqual([]);
  });

  test('stands in the trail without the password', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    await linkOf(desk, await resetToken(ada.email)).use();
    const { auditEntries, auditValues } = desk.database.tables;
    const entries = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.staffId, ada.id)).orderBy(asc(auditEntries.id));
    expect(entries).toMatchObject([{ action: 'reset', objectKind: 'password', objectId: ada.id, fields: ['password'] }, { action: 'sign-in' }]);
    const values = await desk.database.read.select().from(auditValues);
    expect(JSON.stringify(values)).not.toContain(goodPassword);
  });

  test('is answered alike for an address that nobody has, and writes the same', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    const [known, unknown] = [await askForReset(ada.email), await askForReset('nessuno@example.org')];
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    const { linkRequests, outbox } = desk.database.tables;
    expect(await desk.database.read.select().from(linkRequests)).toHaveLength(2);
    expect(await desk.database.read.select().from(outbox)).toEqual([]);
    expect(JSON.stringify(await desk.database.read.select().from(linkRequests))).not.toContain('@');
    expect((await mailOf(desk)).map(({ to }) => to)).toEqual([ada.email]);
  });

  test('is sent whatever the capitals and blanks of the address', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    await askForReset(`  ${ada.email.toUpperCase()} `);
    expect((await mailOf(desk)).map(({ to }) => to)).toEqual([ada.email]);
  });

  test.each(['suspended', 'invited'] as const)('is not sent to somebody %s', async (state) => {
    const ada = await addMember(desk, { role: 'operator' });
    await setState(ada.id, state);
    expect((await askForReset(ada.email)).statusCode).toBe(202);
    expect(await mailOf(desk)).toEqual([]);
  });

  test('of an account of the demo stays the published one', async () => {
    await askForReset('operatore.tecnico@example.org');
    expect(await mailOf(desk)).toEqual([]);
  });

  test('is sent three times an hour at most, and only the last link is good', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    const tokens: string[] = [];
    for (let i = 0; i < 3; i += 1) tokens.push(await resetToken(ada.email));
    await askForReset(ada.email);
    expect(await mailOf(desk)).toEqual([]);
    for (const token of tokens.slice(0, 2)) expectProblem(await linkOf(desk, token).look(), 'link-over');
    expect((await linkOf(desk, tokens[2] ?? '').look()).statusCode).toBe(200);
    desk.clock.pass(hour);
    expect(await resetToken(ada.email)).toMatch(/./);
  });

  test('asks for some work first while many sign-ins fail', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    const { signInFailures } = desk.database.tables;
    const all = { digest: testSecrets.digest('sign-in-failures', 'all'), since: desk.clock.now(), count: 1_000 };
    await desk.database.write(async (tx) => void (await tx.insert(signInFailures).values(all)));
    const { challenge } = expectProblem(await askForReset(ada.email), 'captcha-required');
    if (!challenge) throw new Error('There is nothing to solve');
    const captcha = solve(challenge);
    expect((await askAs(desk, null, 'POST', '/staff/password-resets', { email: ada.email, captcha })).statusCode).toBe(202);
    expectProblem(await askAs(desk, null, 'POST', '/staff/password-resets', { email: ada.email, captcha }), 'captcha-required');
    await desk.database.write(async (tx) => void (await tx.delete(signInFailures)));
    expect(await mailOf(desk)).toHaveLength(1);
  });

  test('opens nothing for who is suspended meanwhile', async () => {
    const ada = await addMember(desk, { role: 'operator' });
    const token = await resetToken(ada.email);
    await setState(ada.id, 'suspended');
    expectProblem(await linkOf(desk, token).use(), 'link-over');
  });
});
