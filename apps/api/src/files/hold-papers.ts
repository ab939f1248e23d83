import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import { firstIdAt } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { invalid } from '../http/problems.ts';
import { filesOf } from './files.ts';
import { takeFilesAway } from './take-away.ts';

/** A visitor takes another time: what they sent for the one they let go comes along. In the write that changes the holds. */
export async function handPapersOver(tx: Writer, { files }: Tables, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.update(files).set({ ownerId: to }).where(and(eq(files.ownerKind, 'appointment'), eq(files.ownerId, from)));
}

/**
 * A hold becomes an appointment, inside that write and before its answers are kept: the papers that are answers stay, those that
 * the visitor replaced go. Throws `validation` where one was taken back in the meantime, in another tab.
 */
export async function settlePapers(tx: Writer, tables: Tables, { holdId, answering, now }: { holdId: string; answering: readonly string[]; now: number }): Promise<void> {
  const sent = await filesOf(tx, tables, holdId);
  if (answering.some((id) => !sent.some((file) => file.id === id))) {
    throw invalid('/answers', { it: 'Un documento è stato tolto: aggiungilo di nuovo.', en: 'A document was taken back: add it again.' });
  }
  await takeFilesAway(tx, tables, sent.filter(({ id }) => !answering.includes(id)), now);
}

const atOnce = 200;
const lookBackMilliseconds = 92 * 24 * 3_600_000;

/** Takes away the papers of holds that ended without a booking. */
export async function forgetPapersOfHolds({ tables, read, write }: Database, now: number): Promise<void> {
  const { files, appointments } = tables;
  const ended = await read
    .select({ id: files.id })
    .from(files)
    .innerJoin(appointments, eq(appointments.id, files.ownerId))
    .where(and(gte(files.id, firstIdAt(now - lookBackMilliseconds)), eq(files.ownerKind, 'appointment'), eq(appointments.state, 'expired')))
    .orderBy(asc(files.id))
    .limit(atOnce);
  if (ended.length === 0) return;
  await write(async (tx) => {
    const gone = await tx.select().from(files).where(inArray(files.id, ended.map(({ id }) => id)));
    await takeFilesAway(tx, tables, gone, now);
  });
}
