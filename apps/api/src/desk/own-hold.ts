import { and, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { isTimed, type Timed } from '../appointments/appointment.ts';
import { problem } from '../http/problems.ts';
import { withinReach } from '../identity/reach.ts';
import { staffOf } from '../identity/staff-member.ts';
import type { DeskDeps } from './deps.ts';

/** A hold that who asks made at the desk, or what became of it. Throws `not-found` for any other, and for one beyond their reach by now. */
export async function findOwnHold(deps: Pick<DeskDeps, 'database'>, request: FastifyRequest, id: string): Promise<Timed> {
  const found = await ownHold(deps, request, id);
  if (!found) throw problem('not-found');
  return found;
}

/** The same; null for any other. */
export async function ownHold({ database: { read, tables } }: Pick<DeskDeps, 'database'>, request: FastifyRequest, id: string): Promise<Timed | null> {
  const { appointments } = tables;
  const staff = staffOf(request);
  const isOwn = and(eq(appointments.holdReason, 'desk'), eq(appointments.bookedBy, staff.id), withinReach(tables, staff));
  const [found] = await read.select().from(appointments).where(and(eq(appointments.id, id), isOwn));
  return found && isTimed(found) ? found : null;
}
