import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../database/database.ts';
import { preparedOn } from '../database/prepared.ts';
import type { Tables } from '../database/schema.ts';
import type { Appointment } from './appointment.ts';
import { bookingLimits } from './limits.ts';

export type Person = Readonly<Tables['people']['$inferSelect']>;

export type AppointmentQueries = ReturnType<typeof makeQueries>;

/** The statements of this feature; each is prepared once a connection. */
export const appointmentQueries = preparedOn(makeQueries);

/** What a confirmation changes of a hold. */
export type ConfirmedChanges = Pick<
  Appointment,
  'state' | 'code' | 'personKey' | 'language' | 'topic' | 'details' | 'privacyNoticeVersion' | 'homeStreet' | 'homePostalCode' | 'homeLocality' | 'homeNotes' | 'confirmedAt' | 'changedAt' | 'revision'
>;

function makeQueries(tables: Database['tables']) {
  const { appointments, appointmentPeople, people, claims } = tables;
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

  const confirm = preparedOn((tx: Writer) => {
    const value = (column: keyof ConfirmedChanges) => sql`${sql.param(sql.placeholder(column), appointments[column])}`;
    const names = ['state', 'code', 'personKey', 'language', 'topic', 'details', 'privacyNoticeVersion', 'homeStreet', 'homePostalCode', 'homeLocality', 'homeNotes', 'confirmedAt', 'changedAt', 'revision'] as const;
    const isLive = and(
      eq(appointments.id, sql.placeholder('id')),
      eq(appointments.state, 'held'),
      gt(appointments.heldUntil, sql.param(sql.placeholder('now'), appointments.heldUntil)),
    );
    return tx
      .update(appointments)
      .set({ heldUntil: null, clientDigest: null, ...Object.fromEntries(names.map((name) => [name, value(name)])) })
      .where(isLive)
      .returning({ id: appointments.id })
      .prepare('confirm_hold');
  });
  const makeCertain = preparedOn((tx: Writer) =>
    tx.update(claims).set({ heldUntil: null }).where(eq(claims.appointmentId, sql.placeholder('id'))).prepare('make_claims_certain'),
  );

  return {
    limits: bookingLimits(tables),
    /** Confirms a hold that is still live, and its claims with it; false when it is not. */
    async confirm(tx: Writer, id: string, changes: ConfirmedChanges, now: number): Promise<boolean> {
      const confirmed = await confirm(tx).execute({ ...changes, id, now });
      if (confirmed.length === 0) return false;
      await makeCertain(tx).execute({ id });
      return true;
    },
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

