import { and, eq, isNull } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { staffOf } from '../../identity/staff-member.ts';
import type { Person } from '../booked.ts';
import type { DeskDeps } from '../deps.ts';
import { isPersonShownTo } from './reach-of-person.ts';

/** Somebody with an appointment within the reach of who asks, in whatever part; null for anybody else, and for who was erased. */
export async function findPerson({ database, clock }: Pick<DeskDeps, 'database' | 'clock'>, request: FastifyRequest, id: string): Promise<Person | null> {
  const { people } = database.tables;
  const [found] = await database.read
    .select()
    .from(people)
    .where(and(eq(people.id, id), isNull(people.erasedAt), isPersonShownTo(database, staffOf(request), clock.now())));
  return found ?? null;
}
