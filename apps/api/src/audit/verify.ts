import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { beginning, type Entry, linkDigest, newestSeal, type Seal } from './chain.ts';
import { type Beside, digestOf } from './record.ts';

/** What shows that somebody changed the trail past the product. */
export type Finding =
  | { readonly kind: 'links-missing'; readonly from: number; readonly to: number }
  | { readonly kind: 'entry-missing'; readonly number: number; readonly entryId: string }
  | { readonly kind: 'entry-altered'; readonly number: number; readonly entryId: string }
  | { readonly kind: 'entry-backdated'; readonly number: number; readonly entryId: string; readonly at: number }
  | { readonly kind: 'entry-unsealed'; readonly entryId: string; readonly at: number }
  | { readonly kind: 'values-altered'; readonly entryId: string }
  | { readonly kind: 'values-swapped'; readonly entryId: string; readonly belongTo: string }
  | { readonly kind: 'values-without-entry'; readonly entryId: string }
  | { readonly kind: 'chain-cut'; readonly noted: number; readonly newest: number }
  | { readonly kind: 'seal-differs'; readonly noted: number };

/** A seal that somebody wrote down somewhere else. */
export type NotedSeal = Pick<Seal, 'number' | 'digest'>;

export interface Verdict {
  /** The first of them; `findingsCount` says how many there are. */
  readonly findings: readonly Finding[];
  readonly findingsCount: number;
  readonly sealed: number;
  /** Entries whose values were erased, by a person's wish or by age: that is no tampering. */
  readonly erased: number;
  /** Entries without a seal that are too young to be missing one. */
  readonly waiting: number;
  readonly newest: Seal | null;
}

/** After which a seal is missing: one a minute is made. */
const sealedWithinMilliseconds = 10 * 60_000;
const readAtOnce = 1_000;
const findingsKept = 200;

/**
 * Walks the whole chain, part by part so that memory does not grow with it, and answers with what does not fit. What somebody did who
 * wrote the end of the chain anew shows only against a seal that was noted before.
 */
export async function verifyTrail({ database, clock }: { database: Database; clock: Clock }, noted: NotedSeal | null = null): Promise<Verdict> {
  const { read, tables } = database;
  const { auditEntries, auditValues, auditSeals } = tables;
  const findings: Finding[] = [];
  let findingsCount = 0;
  let sealed = 0;
  let erased = 0;
  let waiting = 0;

  function note(finding: Finding): void {
    findingsCount += 1;
    if (findings.length < findingsKept) findings.push(finding);
  }

  async function checkValues({ id, digest }: Entry, beside: Beside | null): Promise<void> {
    if (!beside) return void (erased += 1);
    const found = digestOf(beside);
    if (found === digest) return;
    const [owner] = await read.select({ id: auditEntries.id }).from(auditEntries).where(eq(auditEntries.digest, found)).limit(1);
    note(owner ? { kind: 'values-swapped', entryId: id, belongTo: owner.id } : { kind: 'values-altered', entryId: id });
  }

  async function walkChain(): Promise<void> {
    let number = 0;
    let before: string | null = beginning;
    let latestAt = -Infinity;
    for (;;) {
      const part = await read
        .select({ seal: auditSeals, entry: auditEntries, beside: auditValues })
        .from(auditSeals)
        .leftJoin(auditEntries, eq(auditEntries.id, auditSeals.entryId))
        .leftJoin(auditValues, eq(auditValues.entryId, auditSeals.entryId))
        .where(gt(auditSeals.number, number))
        .orderBy(asc(auditSeals.number))
        .limit(readAtOnce);
      if (part.length === 0) return;
      for (const { seal, entry, beside } of part) {
        if (seal.number !== number + 1) {
          note({ kind: 'links-missing', from: number + 1, to: seal.number - 1 });
          before = null;
        }
        if (noted?.number === seal.number && noted.digest !== seal.digest) note({ kind: 'seal-differs', noted: noted.number });
        if (!entry) note({ kind: 'entry-missing', number: seal.number, entryId: seal.entryId });
        else if (before !== null && linkDigest(before, seal, entry) !== seal.digest) note({ kind: 'entry-altered', number: seal.number, entryId: entry.id });
        else if (entry.at + sealedWithinMilliseconds < latestAt) note({ kind: 'entry-backdated', number: seal.number, entryId: entry.id, at: entry.at });
        if (entry) await checkValues(entry, beside);
        sealed += 1;
        ({ number, digest: before } = seal);
        latestAt = Math.max(latestAt, entry?.at ?? -Infinity);
      }
    }
  }

  async function walkUnsealed(): Promise<void> {
    const now = clock.now();
    let last = '';
    for (;;) {
      const part = await read
        .select({ entry: auditEntries, number: auditSeals.number, beside: auditValues })
        .from(auditEntries)
        .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
        .leftJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
        .where(gt(auditEntries.id, last))
        .orderBy(asc(auditEntries.id))
        .limit(readAtOnce);
      for (const { entry, number, beside } of part) {
        last = entry.id;
        if (number !== null) continue;
        if (now - entry.at > sealedWithinMilliseconds) note({ kind: 'entry-unsealed', entryId: entry.id, at: entry.at });
        else waiting += 1;
        await checkValues(entry, beside);
      }
      if (part.length < readAtOnce) return;
    }
  }

  async function findOrphans(): Promise<void> {
    const orphans = await read
      .select({ entryId: auditValues.entryId })
      .from(auditValues)
      .leftJoin(auditEntries, eq(auditEntries.id, auditValues.entryId))
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditValues.entryId))
      .where(and(isNull(auditEntries.id), isNull(auditSeals.entryId)))
      .limit(findingsKept);
    for (const { entryId } of orphans) note({ kind: 'values-without-entry', entryId });
  }

  await walkChain();
  await walkUnsealed();
  await findOrphans();
  const newest = await newestSeal(read, tables);
  if (noted && noted.number > (newest?.number ?? 0)) note({ kind: 'chain-cut', noted: noted.number, newest: newest?.number ?? 0 });
  return { findings, findingsCount, sealed, erased, waiting, newest };
}
