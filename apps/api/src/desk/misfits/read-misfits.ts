import { inArray } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { isClosedBy } from '../../directory/closed-days.ts';
import { type Closure, dayOf, type Directory } from '../../directory/directory.ts';
import { isWithinReach } from '../../identity/reach.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import type { Misfitting } from './scan.ts';

export type KeptMisfit = Readonly<Tables['keptMisfits']['$inferSelect']>;

export interface Unfit extends Misfitting {
  /** Somebody decided that it takes place all the same; null: nobody has decided. */
  readonly kept: KeptMisfit | null;
}

interface Question {
  readonly directory: Directory;
  readonly staff: Pick<StaffMember, 'reach'>;
  /** Those that fall in this one only; null: all. */
  readonly closure: Closure | null;
  /** Epoch milliseconds; what is over is not asked about. */
  readonly now: number;
}

/** Those of `all` that are within reach, by time, with what was decided of them. */
export async function readMisfits(database: Database, all: readonly Misfitting[], { directory, staff, closure, now }: Question): Promise<Unfit[]> {
  const found = all.filter(
    ({ appointment }) => appointment.endsAt > now && isWithinReach(staff, appointment) && (!closure || isClosedBy(directory, closure, appointment, dayOf(directory, appointment.startsAt))),
  );
  const kept = await keptOf(database, found.map(({ appointment }) => appointment.id));
  return found.map((one) => ({ ...one, kept: holdsFor(kept.get(one.appointment.id), one) }));
}

/** The decision is about one start and one reason: whatever else happens to the appointment is asked about anew. */
function holdsFor(kept: KeptMisfit | undefined, { appointment, why }: Pick<Unfit, 'appointment' | 'why'>): KeptMisfit | null {
  return kept && kept.startsAt === appointment.startsAt && kept.why === why ? kept : null;
}

async function keptOf({ read, tables: { keptMisfits } }: Pick<Database, 'read' | 'tables'>, ids: readonly string[]): Promise<ReadonlyMap<string, KeptMisfit>> {
  if (ids.length === 0) return new Map();
  const rows = await read.select().from(keptMisfits).where(inArray(keptMisfits.appointmentId, [...ids]));
  return new Map(rows.map((row) => [row.appointmentId, row]));
}
