import type { SecondFactor } from '@sportello/contract';
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/** What an account can show beside its password. A recovery code stands in for another factor, and is none by itself. */
export interface Factors {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

export async function factorsOf(read: Reader, { totpSecrets, passkeys, recoveryCodes }: Tables, staffId: string): Promise<Factors> {
  const [totp] = await read.select({ staffId: totpSecrets.staffId }).from(totpSecrets).where(and(eq(totpSecrets.staffId, staffId), isNotNull(totpSecrets.confirmedAt)));
  const [keys] = await read.select({ count: count().mapWith(Number) }).from(passkeys).where(eq(passkeys.staffId, staffId));
  const [codes] = await read.select({ count: count().mapWith(Number) }).from(recoveryCodes).where(and(eq(recoveryCodes.staffId, staffId), isNull(recoveryCodes.usedAt)));
  return { totp: totp !== undefined, passkeys: keys?.count ?? 0, recoveryCodesLeft: codes?.count ?? 0 };
}

export function hasSecondFactor({ totp, passkeys }: Factors): boolean {
  return totp || passkeys > 0;
}

/** By name, as the sign-in offers them. */
export function namesOf({ totp, passkeys, recoveryCodesLeft }: Factors): SecondFactor[] {
  return [...(totp ? (['totp'] as const) : []), ...(passkeys > 0 ? (['passkey'] as const) : []), ...(recoveryCodesLeft > 0 ? (['recovery_code'] as const) : [])];
}
