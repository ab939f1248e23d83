import type { DeskAppointmentItem } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { problem, type ProblemError } from '../http/problems.ts';
import { staffOf } from '../identity/staff-member.ts';
import { type Booked, bookedOf, isShownTo } from './booked.ts';
import type { DeskDeps } from './deps.ts';
import { shownTo } from './shown.ts';
import { itemOnWire } from './wire.ts';

/** An appointment within the reach of who asks, as it is now. Throws `not-found` for any other. */
export async function findBooked({ database, clock }: Pick<DeskDeps, 'database' | 'clock'>, request: FastifyRequest, id: string): Promise<Booked> {
  const { appointments } = database.tables;
  const now = clock.now();
  const rows = await database.read.select().from(appointments).where(and(eq(appointments.id, id), isShownTo(database.tables, staffOf(request), now)));
  const [booked] = await bookedOf(database, database.read, rows, now);
  if (!booked) throw problem('not-found');
  return booked;
}

/** The same as boards and agendas show it: what each change of the desk answers with. */
export async function presentItem(deps: Pick<DeskDeps, 'database' | 'clock' | 'directory'>, request: FastifyRequest, id: string): Promise<DeskAppointmentItem> {
  const booked = await findBooked(deps, request, id);
  return itemOnWire(await deps.directory.current(), booked, shownTo(request));
}

/** Somebody else was faster: the refusal carries the appointment as it is now. */
export async function changedMeanwhile(deps: Pick<DeskDeps, 'database' | 'clock' | 'directory'>, request: FastifyRequest, id: string): Promise<ProblemError> {
  return problem('changed-meanwhile', { appointment: await presentItem(deps, request, id) });
}
