import { randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { Sealing } from '../sealing.ts';
import type { Secrets } from '../secrets.ts';

interface ChallengeDeps {
  readonly database: Pick<Database, 'tables'>;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
}

type ChallengeRow = Tables['signInChallenges']['$inferSelect'];
export type ChallengeKind = ChallengeRow['kind'];

export interface NewChallenge {
  readonly kind: ChallengeKind;
  /** Whose sign-in or enrolment it is; null: not known yet. */
  readonly staffId: string | null;
  /** What the next step must match. */
  readonly expected: object;
}

/** A step half way, as it was begun. */
export interface OpenChallenge {
  readonly id: string;
  readonly staffId: string | null;
  readonly attempts: number;
  /** As `openChallenge` was given it; whoever asks by kind knows its shape. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const challengeMilliseconds = 5 * 60_000;

/** Begins a step that must be done within five minutes; answers with the secret that names it, of which only a digest is kept. */
export async function openChallenge(tx: Writer, deps: ChallengeDeps, { kind, staffId, expected }: NewChallenge, now: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const id = idOf(deps, secret);
  const sealed = deps.sealing.seal(placeOf(id), JSON.stringify(expected));
  await tx.insert(deps.database.tables.signInChallenges).values({ id, kind, staffId, expected: sealed, createdAt: now, expiresAt: now + challengeMilliseconds });
  return secret;
}

/** The step of this kind that the secret names, and its end: it serves once. null: never begun, used, or too old. */
export async function takeChallenge(tx: Writer, deps: ChallengeDeps, { kind, secret }: { kind: ChallengeKind; secret: string }, now: number): Promise<OpenChallenge | null> {
  const { signInChallenges } = deps.database.tables;
  const [row] = await tx.delete(signInChallenges).where(named(deps, { kind, secret }, now)).returning();
  return row ? opened(deps, row) : null;
}

/** The same without using it. */
export async function findChallenge(read: Reader, deps: ChallengeDeps, { kind, secret }: { kind: ChallengeKind; secret: string }, now: number): Promise<OpenChallenge | null> {
  const { signInChallenges } = deps.database.tables;
  const [row] = await read.select().from(signInChallenges).where(named(deps, { kind, secret }, now));
  return row ? opened(deps, row) : null;
}

/** Counts one more try at it, and answers with how many there were; null when it is over. Rivals wait for each other here. */
export async function countAttempt(tx: Writer, { database }: Pick<ChallengeDeps, 'database'>, { id }: Pick<OpenChallenge, 'id'>): Promise<number | null> {
  const { signInChallenges } = database.tables;
  const [row] = await tx
    .update(signInChallenges)
    .set({ attempts: sql`${signInChallenges.attempts} + 1` })
    .where(eq(signInChallenges.id, id))
    .returning({ attempts: signInChallenges.attempts });
  return row?.attempts ?? null;
}

/** Ends it; false where it was over already. */
export async function endChallenge(tx: Writer, { database }: Pick<ChallengeDeps, 'database'>, { id }: Pick<OpenChallenge, 'id'>): Promise<boolean> {
  const { signInChallenges } = database.tables;
  const ended = await tx.delete(signInChallenges).where(eq(signInChallenges.id, id)).returning({ id: signInChallenges.id });
  return ended.length > 0;
}

/** Ends every step that somebody has begun, for instance because the password changed. */
export async function endChallengesOf(tx: Writer, { signInChallenges }: Tables, staffId: string): Promise<void> {
  await tx.delete(signInChallenges).where(eq(signInChallenges.staffId, staffId));
}

function named(deps: ChallengeDeps, { kind, secret }: { kind: ChallengeKind; secret: string }, now: number) {
  const { signInChallenges } = deps.database.tables;
  return and(eq(signInChallenges.id, idOf(deps, secret)), eq(signInChallenges.kind, kind), gt(signInChallenges.expiresAt, now));
}

function idOf({ secrets }: ChallengeDeps, secret: string): string {
  return secrets.digest('sign-in-challenge', secret);
}

function opened({ sealing }: ChallengeDeps, { id, staffId, attempts, expected }: ChallengeRow): OpenChallenge {
  return { id, staffId, attempts, expected: JSON.parse(sealing.open(placeOf(id), expected)) as OpenChallenge['expected'] };
}

function placeOf(id: string) {
  return { table: 'sign_in_challenges', column: 'expected', id };
}
