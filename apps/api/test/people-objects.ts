import { desc, eq } from 'drizzle-orm';
import { newId } from '../src/database/id.ts';
import type { PersonRole, Tables } from '../src/database/schema.ts';
import { peopleIndexer } from '../src/desk/people/index-people.ts';
import type { Desk } from './app.ts';

type PersonRow = Tables['people']['$inferInsert'];

export interface AddedPerson {
  readonly id: string;
  readonly appointmentId: string;
}

const nobody = { kind: 'natural' as const, givenName: null, familyName: null, companyName: null, email: null, phone: null, taxCode: null, language: 'it' as const };

/** Somebody with a copy of this appointment, in the same office, without its time on a calendar. */
export async function addPerson(desk: Desk, likeAppointment: string, person: Partial<PersonRow>, changes: Partial<Tables['appointments']['$inferInsert']> = {}): Promise<AddedPerson> {
  const { tables, read, write } = desk.database;
  const [appointment] = await read.select().from(tables.appointments).where(eq(tables.appointments.id, likeAppointment));
  if (!appointment) throw new Error('no such appointment');
  const [id, appointmentId] = [newId(), newId()];
  await write(async (tx) => {
    await tx.insert(tables.people).values({ ...nobody, createdAt: desk.clock.now(), ...person, id });
    await tx.insert(tables.appointments).values({ ...appointment, code: null, ...changes, id: appointmentId });
  });
  await takePart(desk, { personId: id, appointmentId, role: 'requester' });
  return { id, appointmentId };
}

export async function takePart({ database }: Desk, part: { personId: string; appointmentId: string; role: PersonRole }): Promise<void> {
  await database.write(async (tx) => void (await tx.insert(database.tables.appointmentPeople).values({ id: newId(), ...part })));
}

/** What the job does a moment after a booking. */
export async function makeFindable(desk: Desk): Promise<number> {
  return peopleIndexer(desk).run();
}

export async function personRow({ database: { read, tables } }: Desk, id: string) {
  const [row] = await read.select().from(tables.people).where(eq(tables.people.id, id));
  return row;
}

/** The newest entries of the trail with what lies beside them, the newest first. */
export async function trailOf({ database: { read, tables } }: Desk, count = 1) {
  const { auditEntries, auditValues } = tables;
  const rows = await read.select({ entry: auditEntries, beside: auditValues }).from(auditEntries).leftJoin(auditValues, eq(auditValues.entryId, auditEntries.id)).orderBy(desc(auditEntries.id)).limit(count);
  return rows.map(({ entry, beside }) => ({ ...entry, personId: beside?.personId ?? null, written: beside?.written ?? null }));
}
