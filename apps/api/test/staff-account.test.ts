import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { type Desk, openDesk } from './app.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, cookieOf, signedIn, type TestMember } from './staff-app.ts';
import { beginSignIn, codeOf, countScrypt, enrolTotp, forgetFailures, givePassword, goodPassword, setStaff, showCode, signIn, trailOf } from './staff-ways-in.ts';

let desk: Desk;
let ada: TestMember;
let cookie: string;
let sessionId: string;

const newPassword = 'tazza lampada ombrello treno';

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.clear();
  await forgetFailures(desk);
  ada = await addMember(desk, { role: 'operator', allOffices: true });
  await givePassword(desk, ada);
  ({ cookie, sessionId } = await signedIn(desk, ada));
});
afterAll(() => desk.close());

const me = (as: string) => askAs(desk, as, 'GET', '/staff/session');
const change = (body: object) => askAs(desk, cookie, 'PATCH', '/staff/profile', body);
const changePassword = (body: object) => askAs(desk, cookie, 'POST', '/staff/profile/password', body);

describe('the profile', () => {
  test('is changed field by field, and the trail says from what to what', async () => {
    const answer = await change({ given_name: ' Ada ', language: 'en', notices: ['new', 'cancelled'] });
    expect(answer.json()).toMatchObject({ id: ada.id, given_name: 'Ada', family_name: 'operator', language: 'en', notices: ['new', 'cancelled'] });
    const [entry] = await trailOf(desk);
    expect(entry).toMatchObject({ action: 'change', staffId: ada.id, sessionId, objectKind: 'member', objectId: ada.id });
    expect(JSON.parse(entry?.written ?? '')).toEqual([['given_name', 'Prova', 'Ada'], ['language', 'it', 'en'], ['notices', [], ['new', 'cancelled']]]);
  });

  test('that stays the same leaves no trace', async () => {
    const before = await trailOf(desk, 50);
    expect((await change({ language: 'it' })).statusCode).toBe(200);
    expect(await trailOf(desk, 50)).toEqual(before);
  });

  test.each(['role', 'scope', 'state', 'email', 'is_demo', 'permissions', 'password', 'passwordHash', 'revision', 'id'])('does not take the field %s', async (field) => {
    expectInvalid(await change({ given_name: 'Ada', [field]: 'admin' }), `/${field}`);
    expect((await me(cookie)).json()).toMatchObject({ role: 'operator', given_name: 'Prova' });
  });

  test('takes only what it can be', async () => {
    expectInvalid(await change({ language: 'de', notices: ['everything'] }), '/language', '/notices/0');
  });
});

describe('the password', () => {
  test('is changed by who knows the present one; everybody else who was in is out', async () => {
    const others = [await signedIn(desk, ada), await signedIn(desk, ada)];
    expect((await changePassword({ current_password: goodPassword, new_password: newPassword })).statusCode).toBe(204);
    expect((await me(cookie)).statusCode).toBe(200);
    for (const other of others) expectProblem(await me(other.cookie), 'session-over');
    const { staffSessions } = desk.database.tables;
    const ended = await desk.database.read.select().from(staffSessions).where(eq(staffSessions.endedBy, 'password'));
    expect(ended.map(({ staffId }) => staffId)).toEqual([ada.id, ada.id]);
    expectProblem(await signIn(desk, ada.email, goodPassword), 'wrong-credentials');
    expect((await signIn(desk, ada.email, newPassword)).statusCode).toBe(200);
  });

  test('leaves its name in the trail, and nothing of itself', async () => {
    await changePassword({ current_password: goodPassword, new_password: newPassword });
    expect(await trailOf(desk)).toMatchObject([{ action: 'change', objectKind: 'password', objectId: ada.id, fields: ['password'], written: JSON.stringify([['password', null, null]]) }]);
  });

  test('ends the sign-ins that wait for their second factor', async () => {
    const { seed } = await enrolTotp(desk, cookie);
    const step = await beginSignIn(desk, ada);
    expect((await changePassword({ current_password: goodPassword, new_password: newPassword })).statusCode).toBe(204);
    expectProblem(await showCode(desk, step, codeOf(desk, seed)), 'sign-in-over');
  });

  test('stays with a wrong present one, which counts like a failed sign-in', async () => {
    for (let at = 0; at < 5; at += 1) expectProblem(await changePassword({ current_password: 'graffetta', new_password: newPassword }), 'wrong-credentials');
    let answer = await me(cookie);
    expect(await countScrypt(async () => void (answer = await changePassword({ current_password: goodPassword, new_password: newPassword })))).toBe(0);
    expectProblem(answer, 'too-many-requests');
    expectProblem(await signIn(desk, ada.email, goodPassword), 'too-many-requests');
  });

  test('needs the present one, where there is one', async () => {
    expectInvalid(await changePassword({ new_password: newPassword }), '/current_password');
  });

  test('of an account without one needs a fresh sign-in instead', async () => {
    await setStaff(desk, ada, { passwordHash: null });
    desk.clock.pass(11);
    cookie = cookieOf(desk, sessionId);
    expectProblem(await changePassword({ new_password: newPassword }), 'fresh-sign-in-needed');
    ({ cookie } = await signedIn(desk, ada));
    expect((await changePassword({ new_password: newPassword })).statusCode).toBe(204);
    expect((await me(cookie)).json().has_password).toBe(true);
  });

  test.each([['too short', 'tazza'], ['common', 'qwerty123456'], ['built on the name', 'operator e tazza'], ['built on the union', 'valtiglione tazza'], ['said twice', 'abcabcabcabc']])('is refused on its field when it is %s', async (_, password) => {
    expectInvalid(await changePassword({ current_password: goodPassword, new_password: password }), '/new_password');
  });

  test('changed twice at the same moment is changed once', async () => {
    const answers = await Promise.all([changePassword({ current_password: goodPassword, new_password: newPassword }), changePassword({ current_password: goodPassword, new_password: `${newPassword} due` })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 401]);
  });

  test('of an account of the demo does not change: the sign-in page shows it', async () => {
    await setStaff(desk, ada, { isDemo: true });
    expectProblem(await changePassword({ current_password: goodPassword, new_password: newPassword }), 'not-allowed');
  });

  test.each(['role', 'staff_id', 'password_hash'])('does not take the field %s', async (field) => {
    expectInvalid(await changePassword({ current_password: goodPassword, new_password: newPassword, [field]: 'x' }), `/${field}`);
  });
});
