import type { SignInAnswer } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import { problem } from '../http/problems.ts';
import type { Exchange } from './begin-session.ts';
import { continueSignIn } from './continue-sign-in.ts';
import { findMemberByEmail } from './find-member.ts';
import { hashPassword, isHashOutdated, verifyPassword } from './passwords.ts';
import { recordRefusedSignIn } from './refused-sign-in.ts';
import type { StaffDeps } from './routes.ts';
import { mayUse } from './sessions.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly captcha?: string | null;
}

/**
 * Signs in with e-mail and password, or asks for the second factor. Whatever is not right (the address, the password, an
 * account that is suspended or only invited) is answered as `wrong-credentials`, after the same work.
 */
export async function signInWithPassword(deps: StaffDeps, exchange: Exchange, { email, password, captcha = null }: Credentials): Promise<SignInAnswer> {
  const { database, throttle, demo } = deps;
  const counted = await throttle.trySignIn({ email, address: exchange.request.ip }, captcha);
  const member = await findMemberByEmail(database.read, database.tables, email);
  const hash = member && mayUse(member, demo) ? member.passwordHash : null;
  const isRight = await verifyPassword(password, hash);
  if (!member || !hash || !isRight) {
    await recordRefusedSignIn(deps, exchange.request, { staffId: member?.id ?? null, proof: 'password' });
    throw problem('wrong-credentials');
  }
  if (isHashOutdated(hash)) await hashAgain(deps, member.id, { password, hash });
  const answer = await continueSignIn(deps, exchange, member, 'password');
  await (answer.state === 'signed_in' ? counted.forget() : counted.uncount());
  return answer;
}

/** At today's cost; the password stays the same one. */
async function hashAgain({ database }: StaffDeps, staffId: string, { password, hash }: { password: string; hash: string }): Promise<void> {
  const { staff } = database.tables;
  const passwordHash = await hashPassword(password);
  await database.write(async (tx) => {
    await tx.update(staff).set({ passwordHash }).where(and(eq(staff.id, staffId), eq(staff.passwordHash, hash)));
  });
}
