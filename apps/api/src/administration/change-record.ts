import { attempt } from '../database/attempt.ts';
import { isUniqueViolation } from '../database/database.ts';
import { problem } from '../http/problems.ts';
import { actorOf, type StaffMember } from '../identity/staff-member.ts';
import { type Carried, carryOut, type Wish } from './carry-out.ts';
import type { AdministrationDeps } from './deps.ts';
import { endDraft, forgetDraft } from './drafts.ts';
import { dropNewDraft } from './new-drafts.ts';

/** Does what is wished, for good; a draft is over once it is in force, or who keeps it changed the record otherwise. `draftId`: the draft that a new record was made from. Throws as `carryOut`. */
export async function changeForGood({ database, clock }: AdministrationDeps, by: StaffMember, wish: Wish, draftId?: string): Promise<void> {
  const now = clock.now();
  try {
    await database.write(async (tx) => {
      await carryOut(tx, database.tables, wish, { by: actorOf(by), now });
      if (wish.does === 'create' && draftId !== undefined) await dropNewDraft(tx, database.tables, { kind: wish.kind, id: draftId });
      if (wish.does === 'delete') await forgetDraft(tx, database.tables, wish);
      if (wish.does === 'change') await endDraft(tx, database.tables, wish, { staffId: by.id, content: wish.content });
    });
  } catch (error) {
    // Two who saw the same revision and wrote at once: the history takes one of them.
    if (isUniqueViolation(error)) throw problem('changed-meanwhile');
    throw error;
  }
}

/** Does what is wished, and takes it back at once: by the very write that would be made, so that what it shows is true. */
export async function tryOut({ database, clock }: AdministrationDeps, by: StaffMember, wish: Wish): Promise<Carried> {
  const now = clock.now();
  const tried = await attempt(database, async (tx) => ({ ok: false, carried: await carryOut(tx, database.tables, wish, { by: actorOf(by), now }) }));
  return tried.carried;
}
