import { and, asc, desc, eq, gt, gte, inArray, lt, ne, or, type SQL } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { withinReach } from '../identity/reach.ts';
import type { StaffMember } from '../identity/staff-member.ts';

export type Person = Readonly<Tables['people']['$inferSelect']>;

/** An appointment with who asked for it; null for a hold. */
export interface Booked {
  readonly appointment: Appointment;
  readonly requester: Person | null;
}

const shownOfPerson = 200;

/** What somebody of the staff may see of appointments and people: each statement carries their reach. */
export function deskQueries({ read, tables }: Pick<Database, 'read' | 'tables'>) {
  const { appointments, appointmentPeople, people, claims, calendars } = tables;

  /** Within reach, and no hold that is over. */
  function isShown(staff: StaffMember, now: number): SQL | undefined {
    return and(withinReach(tables, staff), ne(appointments.state, 'expired'), or(ne(appointments.state, 'held'), gt(appointments.heldUntil, now)));
  }

  async function withRequesters(found: readonly Appointment[]): Promise<Booked[]> {
    if (found.length === 0) return [];
    const rows = await read
      .select({ appointmentId: appointmentPeople.appointmentId, person: people })
      .from(appointmentPeople)
      .innerJoin(people, eq(people.id, appointmentPeople.personId))
      .where(and(inArray(appointmentPeople.appointmentId, found.map(({ id }) => id)), eq(appointmentPeople.role, 'requester')))
      .orderBy(desc(appointmentPeople.id));
    const requesters = new Map(rows.map(({ appointmentId, person }) => [appointmentId, person])); // the first one stays
    return found.map((appointment) => ({ appointment, requester: requesters.get(appointment.id) ?? null }));
  }

  return {
    withRequesters,

    /** The appointments that start in this time, by time; of one office where one is named. */
    between({ startsAt, endsAt, officeId }: { startsAt: number; endsAt: number; officeId: string | undefined }, staff: StaffMember, now: number): Promise<Appointment[]> {
      const isThen = and(gte(appointments.startsAt, startsAt), lt(appointments.startsAt, endsAt));
      const isOfOffice = officeId === undefined ? undefined : eq(appointments.officeId, officeId);
      return read.select().from(appointments).where(and(isThen, isOfOffice, isShown(staff, now))).orderBy(asc(appointments.startsAt), asc(appointments.id));
    },

    async appointment(id: string, staff: StaffMember, now: number): Promise<Booked | null> {
      const [found] = await withRequesters(await read.select().from(appointments).where(and(eq(appointments.id, id), isShown(staff, now))));
      return found ?? null;
    },

    /** Somebody with an appointment within reach, in whatever part, and those appointments, the latest first; null where there is none. */
    async person(id: string, staff: StaffMember, now: number): Promise<{ person: Person; booked: Booked[] } | null> {
      const theirs = read.select({ id: appointmentPeople.appointmentId }).from(appointmentPeople).where(eq(appointmentPeople.personId, id));
      const found = await read
        .select()
        .from(appointments)
        .where(and(inArray(appointments.id, theirs), isShown(staff, now)))
        .orderBy(desc(appointments.startsAt), desc(appointments.id))
        .limit(shownOfPerson);
      if (found.length === 0) return null;
      const [person] = await read.select().from(people).where(eq(people.id, id));
      return person ? { person, booked: await withRequesters(found) } : null;
    },

    async calendarNames(appointmentId: string): Promise<string[]> {
      const rows = await read
        .select({ name: calendars.name })
        .from(claims)
        .innerJoin(calendars, eq(calendars.id, claims.calendarId))
        .where(eq(claims.appointmentId, appointmentId))
        .orderBy(asc(calendars.name));
      return rows.map(({ name }) => name);
    },
  };
}
