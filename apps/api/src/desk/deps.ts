import type { FastifyRequest } from 'fastify';
import type { BookingDeps } from '../appointments/deps.ts';
import { type Recorded, recordAudit } from '../audit/record.ts';
import type { BusyReader } from '../calendars/busy/busy-reader.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import type { Sealing } from '../sealing.ts';
import type { LiveDesk } from './live/live-desk.ts';

/** What the routes of the desk work with; each names the part that it uses. */
export interface DeskDeps extends BookingDeps {
  readonly publicUrl: string;
  readonly live: LiveDesk;
  readonly sealing: Sealing;
  readonly busy: BusyReader;
  /** Told when the server closes: nobody waits for what lies elsewhere then. */
  readonly closing: AbortSignal;
}

/** Writes a look into the trail before anything is shown: where it cannot be written, nothing is. */
export function noteLook({ database, clock }: Pick<DeskDeps, 'database' | 'clock'>, request: FastifyRequest, looked: Recorded): Promise<void> {
  return database.write((tx) => recordAudit(tx, database.tables, actorOf(staffOf(request)), looked, clock.now()));
}
