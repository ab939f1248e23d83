import type { Misfit } from '@sportello/contract';
import { inArray } from 'drizzle-orm';
import type { Timed } from '../../appointments/appointment.ts';
import { misfitOf } from '../../availability/misfit.ts';
import { readStanding } from '../../calendars/touched.ts';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { isClosedBy } from '../../directory/closed-days.ts';
import { type Closure, dayOf, type Directory } from '../../directory/directory.ts';
import { isWithinReach } from '../../identity/reach.ts';
import type { StaffMember } from '../../identity/staff-member.ts';

export type KeptMisfit = Readonly<Tables['keptMisfits']['$inferSelect']>;

/** An appointment that stands and would not be made like this today. */
export interface Unfit {
  readonly appointment: Timed;
  /** Whose time it takes. */
  readonly calendarIds: readonly string[];
  readonly why: Misfit;
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

/** All of them within reach, by time. Nothing is stored of what does not fit: it is asked of what is booked and what is in force. */
export async function readMisfits({ read, tables }: Database, { directory, staff, closure, now }: Question): Promise<Unfit[]> {
  const standing = await readStanding(read, tables, [...directory.calendars.keys()], now);
  const found = [...Map.groupBy(standing, ({ appointment }) => appointment.id).values()].flatMap((ofOne) => {
    const appointment = ofOne[0]?.appointment;
    if (!appointment || !isWithinReach(staff, appointment)) return [];
    if (closure && !isClosedBy(directory, closure, appointment, dayOf(directory, appointment.startsAt))) return [];
    const calendarIds = ofOne.map(({ calendarId }) => calendarId);
    const why = misfitOf(directory, appointment, calendarIds);
    return why === null ? [] : [{ appointment, calendarIds, why }];
  });
  const kept = await keptOf({ read, tables }, found.map(({ appointment }) => appointment.id));
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
