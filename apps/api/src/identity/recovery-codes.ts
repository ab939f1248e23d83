import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import type { Secrets } from '../secrets.ts';

interface RecoveryDeps {
  readonly database: Pick<Database, 'tables'>;
  readonly secrets: Secrets;
}

const howMany = 10;
/** Crockford's Base32: no letter that is taken for another. Twenty-four characters are 120 bits: a digest is enough (ASVS 5, 6.5.2). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 24;

/** Ten new codes, such as `7KQM-3XRT-90AB-C4DE-F5GH-J6KM`, to be shown this once; those given before are over. */
export async function giveRecoveryCodes(tx: Writer, deps: RecoveryDeps, staffId: string): Promise<string[]> {
  const { recoveryCodes } = deps.database.tables;
  const codes = Array.from({ length: howMany }, newCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ id: newId(), staffId, digest: digestOf(deps, staffId, code) })));
  return codes;
}

/** Whether it is a code of theirs, not used before; two at once cannot both have it. */
export async function useRecoveryCode(tx: Writer, deps: RecoveryDeps, { staffId, code }: { staffId: string; code: string }, now: number): Promise<boolean> {
  const { recoveryCodes } = deps.database.tables;
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.staffId, staffId), eq(recoveryCodes.digest, digestOf(deps, staffId, code)), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}

export async function deleteRecoveryCodes(tx: Writer, { recoveryCodes }: Tables, staffId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId));
}

function newCode(): string {
  // 256 is a multiple of 32: no character is likelier than another.
  const drawn = [...randomBytes(characters)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return drawn.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** As typed by hand: small letters, other separators, O for 0 and I or L for 1 are the same code. */
function digestOf({ secrets }: RecoveryDeps, staffId: string, code: string): string {
  const plain = code.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return secrets.digest('recovery-code', `${staffId}\0${plain}`);
}
