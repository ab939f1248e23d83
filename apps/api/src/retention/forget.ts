import { and, inArray, isNull, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { eraseRows } from '../database/erase-rows.ts';
import { eraseAppointments } from '../desk/people/erase-appointments.ts';
import { eraseFromTrail, eraseIdentity } from '../desk/people/erase-identity.ts';
import type { RetentionDeps } from './deps.ts';
import type { Due } from './due.ts';
import { eachInTurn, type Run } from './turn.ts';

const system = { kind: 'system' } as const;

/** What was said in appointments that are over goes; they stay as numbers. */
export async function forgetAppointments(deps: RetentionDeps, run: Run, due: Due): Promise<void> {
  const { tables, read } = deps.database;
  const { appointments } = tables;
  const over = await read.select({ id: appointments.id }).from(appointments).where(due.appointments);
  await eachInTurn(deps, run, over.map(({ id }) => id), async (tx, some) => {
    const still = await tx.select({ id: appointments.id }).from(appointments).where(and(inArray(appointments.id, [...some]), due.appointments));
    await eraseAppointments(tx, tables, still.map(({ id }) => id), deps.clock.now());
    return { appointments: still.length };
  });
}

/** People of whom nothing is left to keep go, and what the trail keeps of them beside its entries. */
export async function forgetPeople(deps: RetentionDeps, run: Run, due: Due): Promise<void> {
  const { tables, read } = deps.database;
  const { people } = tables;
  const over = await read.select({ id: people.id }).from(people).where(due.people);
  await eachInTurn(deps, run, over.map(({ id }) => id), async (tx, some) => {
    // Their rows first: who books for one of them at this moment has done so before, or finds them gone.
    await tx.update(people).set({ revision: sql`${people.revision} + 1` }).where(and(inArray(people.id, [...some]), isNull(people.erasedAt)));
    const still = await tx.select().from(people).where(and(inArray(people.id, [...some]), due.people));
    for (const person of still) {
      await eraseIdentity(tx, { tables, secrets: deps.secrets }, person, deps.clock.now());
      await eraseFromTrail(tx, tables, [person.id]);
      await recordAudit(tx, tables, system, { action: 'erase', object: { kind: 'person', id: person.id } }, deps.clock.now());
    }
    return { people: still.length };
  });
}

/** The register of messages that left, when its time is over. */
export async function forgetMessages(deps: RetentionDeps, run: Run, due: Due): Promise<void> {
  const { outbox } = deps.database.tables;
  const over = await deps.database.read.select({ id: outbox.id }).from(outbox).where(due.messages);
  await eachInTurn(deps, run, over.map(({ id }) => id), async (tx, some) => {
    const gone = await tx.delete(outbox).where(inArray(outbox.id, [...some])).returning({ id: outbox.id });
    return { messages: gone.length };
  });
}

/** What people wrote of pages and services; that they did, and with how many stars, stays. */
export async function forgetTexts(deps: RetentionDeps, run: Run, due: Due): Promise<void> {
  const { tables, read } = deps.database;
  for (const [table, isOver] of [[tables.reports, due.reports], [tables.ratings, due.ratings]] as const) {
    const over = await read.select({ id: table.id }).from(table).where(isOver);
    await eachInTurn(deps, run, over.map(({ id }) => id), async (tx, some) => {
      await eraseRows(tx, table, inArray(table.id, [...some]));
      return { texts: some.length };
    });
  }
}
