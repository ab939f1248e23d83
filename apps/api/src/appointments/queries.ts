import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../database/database.ts';
import { preparedOn } from '../database/prepared.ts';
import type { Tables } from '../database/schema.ts';
import type { Appointment } from './appointment.ts';

export type Person = Readonly<Tables['people']['$inferSelect']>;

/** The reads of this feature; each is prepared once a connection. */
export function appointmentQueries({ appointments, appointmentPeople, people, claims }: Database['tables']) {
  const byId = preparedOn((reader: Reader) =>
    reader.select().from(appointments).where(eq(appointments.id, sql.placeholder('id'))).prepare('appointment_by_id'),
  );
  const byCode = preparedOn((reader: Reader) =>
    reader.select().from(appointments).where(eq(appointments.code, sql.placeholder('code'))).prepare('appointment_by_code'),
  );
  const requester = preparedOn((reader: Reader) =>
    reader
      .select({ person: people })
      .from(appointmentPeople)
      .innerJoin(people, eq(people.id, appointmentPeople.personId))
      .where(and(eq(appointmentPeople.appointmentId, sql.placeholder('id')), eq(appointmentPeople.role, 'requester')))
      .orderBy(asc(appointmentPeople.id))
      .prepare('requester_of_appointment'),
  );
  const claimedCalendars = preparedOn((reader: Reader) =>
    reader.select({ calendarId: claims.calendarId }).from(claims).where(eq(claims.appointmentId, sql.placeholder('id'))).prepare('claims_of_appointment'),
  );

  return {
    async byId(reader: Reader | Writer, id: string): Promise<Appointment | null> {
      const [row] = await byId(reader).execute({ id });
      return row ?? null;
    },
    /** `code`: its eight characters. */
    async byCode(reader: Reader | Writer, code: string): Promise<Appointment | null> {
      const [row] = await byCode(reader).execute({ code });
      return row ?? null;
    },
    /** Who asked for it; null for a hold. */
    async requester(reader: Reader | Writer, id: string): Promise<Person | null> {
      const [row] = await requester(reader).execute({ id });
      return row?.person ?? null;
    },
    /** The calendars that it claims now, in order. */
    async claimedCalendars(reader: Reader | Writer, id: string): Promise<string[]> {
      const rows = await claimedCalendars(reader).execute({ id });
      return rows.map(({ calendarId }) => calendarId).sort();
    },
  };
}

export type AppointmentQueries = ReturnType<typeof appointmentQueries>;
