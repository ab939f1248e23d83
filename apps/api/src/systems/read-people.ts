import type { SystemPeople } from '@sportello/contract';
import { asc, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { SystemsDeps } from './deps.ts';
import type { KnownSystem } from './keys/key-door.ts';
import { requireAppointment } from './read-appointments.ts';

/** Who comes to an appointment, in full. That the key looked at them stands in the trail before anything leaves. Throws `not-found`. */
export async function readPeople(deps: SystemsDeps, system: KnownSystem, appointmentId: string): Promise<SystemPeople> {
  const { database, clock } = deps;
  const { tables } = database;
  const { appointmentPeople, people } = tables;
  await requireAppointment(deps, system, appointmentId);
  const rows = await database.read
    .select({ role: appointmentPeople.role, person: people })
    .from(appointmentPeople)
    .innerJoin(people, eq(people.id, appointmentPeople.personId))
    .where(eq(appointmentPeople.appointmentId, appointmentId))
    .orderBy(asc(appointmentPeople.id));
  const shown = rows.map(({ role, person: { id, givenName, familyName, companyName, email, phone, taxCode } }) => ({
    personId: id,
    item: { role, given_name: givenName, family_name: familyName, company_name: companyName, email, phone, tax_code: taxCode },
  }));
  await database.write(async (tx) => {
    for (const { personId, item } of shown) {
      const seen = Object.fromEntries(Object.entries(item).filter(([name, value]) => name !== 'role' && value !== null).map(([name]) => [name, null]));
      await recordAudit(tx, tables, system.actor, { action: 'reveal', object: { kind: 'person', id: personId }, personId, before: seen, after: seen }, clock.now());
    }
  });
  return { items: shown.map(({ item }) => item) };
}
