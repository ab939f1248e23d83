import type { OrderedKind } from '@sportello/contract';
import { isUniqueViolation } from '../database/database.ts';
import { readDirectoryRows } from '../directory/read-rows.ts';
import { problem } from '../http/problems.ts';
import { actorOf, type StaffMember } from '../identity/staff-member.ts';
import { carryOut } from './carry-out.ts';
import type { AdministrationDeps } from './deps.ts';
import { recordsIn } from './records/kinds.ts';
import { revisionOf } from './versions.ts';

/** A record as it was seen. */
interface SeenRecord {
  readonly id: string;
  readonly revision: number;
}

/**
 * Gives the records of a kind the places in which they are named, in one write; each that gets another place is a change like any other, with its
 * history and its entry of the trail. All that are in use must be named, each as it is now: who put something in order, added or took away
 * meanwhile is not overruled. Throws `changed-meanwhile`.
 */
export async function orderRecords({ database, clock }: AdministrationDeps, by: StaffMember, kind: OrderedKind, seen: readonly SeenRecord[]): Promise<void> {
  const { tables } = database;
  try {
    await database.write(async (tx) => {
      const used = [...recordsIn(await readDirectoryRows({ read: tx, tables }), kind)].filter(([, { state }]) => state === 'used');
      const contents = new Map(used.map(([id, { content }]) => [id, content]));
      if (seen.length !== contents.size || new Set(seen.map(({ id }) => id)).size !== seen.length) throw problem('changed-meanwhile');
      for (const [position, { id, revision }] of seen.entries()) {
        const content = contents.get(id);
        if (!content || (await revisionOf(tx, tables, { kind, id })) !== revision) throw problem('changed-meanwhile');
        if (content.kind === kind && content.position !== position) await carryOut(tx, tables, { kind, id, does: 'change', revision, content: { ...content, position } }, { by: actorOf(by), now: clock.now() });
      }
    });
  } catch (error) {
    // Two who saw the same order and wrote at once: the history takes one of them.
    if (isUniqueViolation(error)) throw problem('changed-meanwhile');
    throw error;
  }
}
