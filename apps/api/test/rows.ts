import { asc, eq } from 'drizzle-orm';
import type { Desk } from './app.ts';

/** What the database holds of bookings, in the order in which it was made; events of one appointment where one is named. */
export async function rowsOf({ database }: Desk, { id }: { id?: string } = {}) {
  const { tables, read } = database;
  const { appointments, claims, events, outbox, people, answers, idempotencyKeys } = tables;
  return {
    appointments: await read.select().from(appointments).orderBy(asc(appointments.id)),
    claims: await read.select().from(claims).orderBy(asc(claims.startsAt), asc(claims.id)),
    events: await read.select().from(events).where(id === undefined ? undefined : eq(events.appointmentId, id)).orderBy(asc(events.id)),
    outbox: await read.select().from(outbox).orderBy(asc(outbox.id)),
    people: await read.select().from(people).orderBy(asc(people.id)),
    answers: await read.select().from(answers).orderBy(asc(answers.id)),
    idempotencyKeys: await read.select().from(idempotencyKeys).orderBy(asc(idempotencyKeys.createdAt), asc(idempotencyKeys.scope)),
  };
}
