import { and, eq, exists, isNull } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { staffOf } from '../../identity/staff-member.ts';
import { isShownTo, type Person } from '../booked.ts';
import type { DeskDeps } from '../deps.ts';

/** Somebody with an appointment within the reach of who asks, in whatever part; null for anybody else, and for who was erased. */
export async function findPerson({ database, clock }: Pick<DeskDeps, 'database' | 'clock'>, request: FastifyRequest, id: string): Promise<Person | null> {
  const { people, appointments, appointmentPeople } = database.tables;
  const theirs = database.read
    .select({ id: appointments.id })
    .from(appointmentPeople)
    .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
    .where(and(eq(appointmentPeople.personId, people.id), isShownTo(database.tables, staffOf(request), clock.now())));
  const [found] = await database.read.select().from(people).where(and(eq(people.id, id), isNull(people.erasedAt), exists(theirs)));
  return found ?? null;
}
