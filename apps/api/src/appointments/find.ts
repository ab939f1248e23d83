import { parseAppointmentCode } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { bearerOf } from '../http/body.ts';
import type { GuessGuard } from '../http/guesses.ts';
import type { Appointment } from './appointment.ts';
import { storedCode } from './codes.ts';
import type { BookingDeps } from './deps.ts';
import { appointmentQueries } from './queries.ts';

type FindDeps = Pick<BookingDeps, 'database' | 'secrets'> & { readonly guesses: GuessGuard };

/**
 * The appointment or hold that a request speaks of and may open. An unknown one and a wrong token are answered alike, in
 * the same time, and both count as a guess: throws `not-found`, or `too-many-requests` after too many of them.
 */
export function finder({ database, secrets, guesses }: FindDeps) {
  const queries = appointmentQueries(database.tables);
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

  async function opened(request: FastifyRequest, purpose: 'hold' | 'manage', found: Appointment | null): Promise<Appointment> {
    if (secrets.isToken(bearerOf(request) ?? '', purpose, found) && found) return found;
    throw await guesses.wrong(request.ip);
  }

  return {
    async hold(request: FastifyRequest, id: string): Promise<Appointment> {
      return opened(request, 'hold', uuid.test(id) ? await queries.byId(database.read, id) : null);
    },
    async appointment(request: FastifyRequest, typedCode: string): Promise<Appointment> {
      const code = parseAppointmentCode(typedCode);
      return opened(request, 'manage', code === null ? null : await queries.byCode(database.read, storedCode(code)));
    },
    /** The live hold that the visitor lets go by taking another; a token of anything else says nothing. */
    async formerHold(request: FastifyRequest): Promise<Appointment | null> {
      const token = bearerOf(request);
      const id = token === null ? null : secrets.ownerIdOf(token);
      const found = id === null ? null : await queries.byId(database.read, id);
      return found?.state === 'held' && secrets.isToken(token ?? '', 'hold', found) ? found : null;
    },
  };
}

export type Finder = ReturnType<typeof finder>;
