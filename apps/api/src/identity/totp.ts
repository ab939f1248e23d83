import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Database, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { Sealing } from '../sealing.ts';

interface TotpDeps {
  readonly database: Pick<Database, 'tables'>;
  readonly sealing: Sealing;
}

/**
 * The seeds of somebody's authenticator app, sealed in one text: the one in force, and the one of an enrolment half way,
 * so that who changes the phone keeps the old app until the new one has shown a code.
 */
interface Seeds {
  readonly inForce: string | null;
  readonly begun: { readonly seed: string; readonly at: number } | null;
}

const stepSeconds = 30;
/** Clocks of phones differ: one step to each side (RFC 6238, 5.2). */
const windowSteps = 1;
const seedBytes = 20;
const enrolmentMilliseconds = 30 * 60_000;

/** What an authenticator app takes: SHA-1, 6 digits, 30 seconds, the one form that every app reads. */
function totpOf(seed: string, { issuer = '', label = '' } = {}): TOTP {
  return new TOTP({ secret: Secret.fromBase32(seed), algorithm: 'SHA1', digits: 6, period: stepSeconds, issuer, label });
}

/** The address that an app reads as a QR code (Key Uri Format). */
export function totpAddress(seed: string, named: { issuer: string; label: string }): string {
  return totpOf(seed, named).toString();
}

/** The time step in which the seed shows this code, or null: none of those that count now. */
function stepOf(seed: string, code: string, now: number): number | null {
  const token = code.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(seed).validate({ token, timestamp: now, window: windowSteps });
  return delta === null ? null : Math.floor(now / 1000 / stepSeconds) + delta;
}

/** Begins an enrolment; one that was begun before is over, one in force stays until the new one is confirmed. Inside a write that locked the account. */
export async function beginTotpSeed(tx: Writer, deps: TotpDeps, staffId: string, now: number): Promise<string> {
  const { totpSecrets } = deps.database.tables;
  const seed = new Secret({ size: seedBytes }).base32;
  const { inForce } = await readSeeds(tx, deps, staffId);
  const secret = sealed(deps, staffId, { inForce, begun: { seed, at: now } });
  await tx.insert(totpSecrets).values({ staffId, secret, createdAt: now }).onConflictDoUpdate({ target: totpSecrets.staffId, set: { secret } });
  return seed;
}

export type TotpConfirmed = { readonly ok: true } | { readonly ok: false; readonly why: 'wrong-code' | 'sign-in-over' };

/** Puts the begun seed in force if this is a code of it; that code is then used. Inside a write that locked the account. */
export async function confirmTotpSeed(tx: Writer, deps: TotpDeps, { staffId, code }: { staffId: string; code: string }, now: number): Promise<TotpConfirmed> {
  const { totpSecrets } = deps.database.tables;
  const { begun } = await readSeeds(tx, deps, staffId);
  if (!begun || now - begun.at >= enrolmentMilliseconds) return { ok: false, why: 'sign-in-over' };
  const step = stepOf(begun.seed, code, now);
  if (step === null) return { ok: false, why: 'wrong-code' };
  const secret = sealed(deps, staffId, { inForce: begun.seed, begun: null });
  await tx.update(totpSecrets).set({ secret, confirmedAt: now, lastStep: step }).where(eq(totpSecrets.staffId, staffId));
  return { ok: true };
}

/** Whether it is a code of the app, not used before: its time step must be later than that of the last one, also for two at once. */
export async function useTotpCode(tx: Writer, deps: TotpDeps, { staffId, code }: { staffId: string; code: string }, now: number): Promise<boolean> {
  const { totpSecrets } = deps.database.tables;
  const { inForce } = await readSeeds(tx, deps, staffId);
  const step = inForce === null ? null : stepOf(inForce, code, now);
  if (step === null) return false;
  const isLater = or(isNull(totpSecrets.lastStep), lt(totpSecrets.lastStep, step));
  const used = await tx.update(totpSecrets).set({ lastStep: step }).where(and(eq(totpSecrets.staffId, staffId), isLater)).returning({ staffId: totpSecrets.staffId });
  return used.length > 0;
}

export async function deleteTotpSeeds(tx: Writer, { totpSecrets }: Tables, staffId: string): Promise<void> {
  await tx.delete(totpSecrets).where(eq(totpSecrets.staffId, staffId));
}

async function readSeeds(tx: Writer, { database, sealing }: TotpDeps, staffId: string): Promise<Seeds> {
  const { totpSecrets } = database.tables;
  const [row] = await tx.select().from(totpSecrets).where(eq(totpSecrets.staffId, staffId));
  return row ? (JSON.parse(sealing.open(placeOf(staffId), row.secret)) as Seeds) : { inForce: null, begun: null };
}

function sealed({ sealing }: TotpDeps, staffId: string, seeds: Seeds): string {
  return sealing.seal(placeOf(staffId), JSON.stringify(seeds));
}

function placeOf(staffId: string) {
  return { table: 'totp_secrets', column: 'secret', id: staffId };
}
