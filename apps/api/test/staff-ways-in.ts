import type { SignInAnswer } from '@sportello/contract';
import { desc, eq } from 'drizzle-orm';
import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { createHook } from 'node:async_hooks';
import { scryptSync } from 'node:crypto';
import { openChallenge } from '../src/identity/challenges.ts';
import { hashPassword } from '../src/identity/passwords.ts';
import { type Desk, testSealing, testSecrets } from './app.ts';
import { askAs, ourOrigin, type TestMember } from './staff-app.ts';

export const goodPassword = 'cavallo batteria graffetta';

let goodHash: Promise<string> | null = null;

/** The good password at hardly any cost, for tests in which many are wrong. */
export function cheapHash(): string {
  const salt = Buffer.alloc(16, 'salt');
  return `$scrypt$ln=4,r=1,p=1$${salt.toString('base64url')}$${scryptSync(goodPassword, salt, 32, { N: 2 ** 4, r: 1, p: 1 }).toString('base64url')}`;
}

/** Gives somebody the good password, or a hash of their own; the work is done once a run. */
export async function givePassword({ database, clock }: Desk, { id }: TestMember, hash?: string): Promise<void> {
  const passwordHash = hash ?? (await (goodHash ??= hashPassword(goodPassword)));
  const { staff } = database.tables;
  await database.write(async (tx) => void (await tx.update(staff).set({ passwordHash, passwordChangedAt: clock.now() }).where(eq(staff.id, id))));
}

/** What the account says of itself, changed past the API. */
export async function setStaff({ database }: Desk, { id }: TestMember, changes: Partial<typeof database.tables.staff.$inferInsert>): Promise<void> {
  const { staff } = database.tables;
  await database.write(async (tx) => void (await tx.update(staff).set(changes).where(eq(staff.id, id))));
}

/** Failed sign-ins are counted for all tests of a file together: every test begins without any. */
export async function forgetFailures({ database }: Desk): Promise<void> {
  await database.write(async (tx) => void (await tx.delete(database.tables.signInFailures)));
}

interface From {
  readonly address?: string;
  readonly cookie?: string;
}

/** Knocks at a way in, from an address of choice. */
export function knock(desk: Desk, url: string, body: object, { address = '127.0.0.1', cookie }: From = {}) {
  const headers = { origin: ourOrigin, 'content-type': 'application/json', ...(cookie && { cookie }) };
  return desk.app.inject({ method: 'POST', url: `/api/v1${url}`, headers, remoteAddress: address, payload: JSON.stringify(body) });
}

export function signIn(desk: Desk, email: string, password: string, { captcha, ...from }: From & { captcha?: string } = {}) {
  return knock(desk, '/staff/sign-ins', { email, password, ...(captcha && { captcha }) }, from);
}

/** The cookie that an answer gave, as the browser sends it back; null where it gave none. */
export function cookieFrom(answer: LightMyRequestResponse): string | null {
  const [given] = answer.cookies.filter(({ name, value }) => name === 'sportello-session' && value !== '');
  return given ? `${given.name}=${given.value}` : null;
}

/** Signs in with the good password, and answers with the step that is left. */
export async function beginSignIn(desk: Desk, { email }: TestMember, from: From = {}): Promise<Extract<SignInAnswer, { state: 'second_factor' }>> {
  const answer = (await signIn(desk, email, goodPassword, from)).json<SignInAnswer>();
  if (answer.state !== 'second_factor') throw new Error(`no second factor: ${JSON.stringify(answer)}`);
  return answer;
}

/** The same step without the password and its cost, for tests in which many wait for their second factor. */
export async function pastPassword({ database, clock }: Desk, { id }: TestMember): Promise<{ challenge: string }> {
  const deps = { database, secrets: testSecrets, sealing: testSealing };
  const [member] = await database.read.select().from(database.tables.staff).where(eq(database.tables.staff.id, id));
  const expected = { proof: 'password', passwordChangedAt: member?.passwordChangedAt ?? null };
  return { challenge: await database.write((tx) => openChallenge(tx, deps, { kind: 'second-factor', staffId: id, expected }, clock.now())) };
}

export function showCode(desk: Desk, { challenge }: { challenge: string }, code: string, { factor = 'totp', ...from }: From & { factor?: 'totp' | 'recovery_code' } = {}) {
  return knock(desk, '/staff/sign-ins/second-factor', { challenge, factor, code }, from);
}

/** The code that an authenticator app with this seed shows now, or some steps of 30 seconds away. */
export function codeOf({ clock }: Desk, seed: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: clock.now() + steps * 30_000 });
}

/** Sets up an authenticator app in a session; answers with its seed, the recovery codes that it brought, and the session that goes on. */
export async function enrolTotp(desk: Desk, cookie: string): Promise<{ seed: string; recoveryCodes: string[]; cookie: string }> {
  const { secret: seed } = (await askAs(desk, cookie, 'POST', '/staff/profile/totp', {})).json();
  const confirmed = await askAs(desk, cookie, 'POST', '/staff/profile/totp/confirmation', { code: codeOf(desk, seed) });
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  desk.clock.pass(0.5); // the code that confirmed it is used
  return { seed, recoveryCodes: confirmed.json().recovery_codes, cookie: cookieFrom(confirmed) ?? cookie };
}

/** How often scrypt ran during a work. */
export async function countScrypt(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const hook = createHook({ init: (_, type) => void (type === 'SCRYPTREQUEST' && (count += 1)) }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return count;
}

/** The newest entries of the trail, with what was written of the values. */
export async function trailOf({ database }: Desk, limit = 1) {
  const { auditEntries, auditValues } = database.tables;
  const rows = await database.read
    .select({ entry: auditEntries, values: auditValues })
    .from(auditEntries)
    .leftJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
    .orderBy(desc(auditEntries.id))
    .limit(limit);
  return rows.map(({ entry, values }) => ({ ...entry, written: values?.written ?? null, address: values?.address ?? null }));
}
