import { and, count, eq, exists, sql, type SQL } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { problem } from '../../http/problems.ts';
import { withinReach } from '../../identity/reach.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import { isShownTo, type Person } from '../booked.ts';

type Asks = Pick<StaffMember, 'reach'>;

/** The condition under which the desk shows somebody: they take part in an appointment that it shows. */
export function isPersonShownTo({ read, tables }: Pick<Database, 'read' | 'tables'>, staff: Asks, now: number): SQL {
  const { people, appointments, appointmentPeople } = tables;
  return exists(
    read
      .select({ one: sql`1` })
      .from(appointmentPeople)
      .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
      .where(and(eq(appointmentPeople.personId, people.id), isShownTo(tables, staff, now))),
  );
}

/** Somebody whom the desk shows, as they are now. Throws `not-found` for anybody else. */
export async function requirePerson(database: Pick<Database, 'read' | 'tables'>, reader: Reader | Writer, staff: Asks, { id, now }: { id: string; now: number }): Promise<Person> {
  const { people } = database.tables;
  const [person] = await reader.select().from(people).where(and(eq(people.id, id), isPersonShownTo(database, staff, now)));
  if (!person) throw problem('not-found');
  return person;
}

/** Throws `beyond-reach` unless every appointment of these people lies within reach: what follows touches all of them. */
export async function requireWhole({ tables }: { readonly tables: Tables }, reader: Reader | Writer, staff: Asks, ids: readonly string[]): Promise<void> {
  const { appointments, appointmentPeople } = tables;
  for (const id of ids) {
    const inAll = reader.select({ count: count() }).from(appointmentPeople).innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId));
    const [all] = await inAll.where(eq(appointmentPeople.personId, id));
    const [within] = await reader
      .select({ count: count() })
      .from(appointmentPeople)
      .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
      .where(and(eq(appointmentPeople.personId, id), withinReach(tables, staff)));
    if (Number(all?.count ?? 0) !== Number(within?.count ?? 0)) throw problem('beyond-reach');
  }
}
