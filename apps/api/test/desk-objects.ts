import { randomBytes } from 'node:crypto';
import { makeAppointmentCode } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { newId } from '../src/database/id.ts';
import type { Desk } from './app.ts';
import { citizenOf } from './citizen.ts';

/** An appointment of somebody, and where it lies. */
export interface DeskObject {
  readonly appointmentId: string;
  readonly personId: string;
  readonly officeId: string;
  readonly municipalityId: string;
  readonly email: string;
}

export const ofDay = '2026-12-03';

/** Two appointments on one day, of two offices, for matters of two comuni, by two people. */
export async function bookInTwoOffices(desk: Desk): Promise<{ here: DeskObject; there: DeskObject }> {
  return {
    here: await book(desk, { slug: 'informazioni-scia', municipality: 'Mombercelli', email: 'ada.qui@example.org', givenName: 'Ada', familyName: 'Quintavalle' }),
    there: await book(desk, { slug: 'chiedi-al-punto-risposte', municipality: 'Vinchio', email: 'bruno.la@example.org', givenName: 'Bruno', familyName: 'Lamberti' }),
  };
}

interface Matter {
  readonly slug: string;
  readonly municipality: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

async function book(desk: Desk, { slug, municipality, email, givenName, familyName }: Matter): Promise<DeskObject> {
  const citizen = citizenOf(desk);
  const wanted = { ...(await citizen.wanted(slug)), municipality_id: (await citizen.municipality(municipality)).id };
  const [start] = await citizen.starts(wanted, ofDay);
  if (!start) throw new Error(`${slug} has no free time on ${ofDay}`);
  const person = { email, given_name: givenName, family_name: familyName, phone: '+390141123456', tax_code: '00743110157' };
  const { code } = await citizen.bookAt(wanted, start, { topic: `Una domanda di ${givenName}` }, person);

  const { tables, read } = desk.database;
  const { appointments, appointmentPeople } = tables;
  const [row] = await read
    .select({ appointmentId: appointments.id, personId: appointmentPeople.personId, officeId: appointments.officeId, municipalityId: appointments.municipalityId })
    .from(appointments)
    .innerJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(eq(appointments.code, code.replace('-', '')));
  if (!row) throw new Error(`no appointment ${code}`);
  return { ...row, email };
}

/** A request that waits for an answer, as if somebody had asked for the same once more; without people and claims. */
export async function pendingLike({ database }: Desk, { appointmentId }: DeskObject): Promise<string> {
  const { appointments } = database.tables;
  const [row] = await database.read.select().from(appointments).where(eq(appointments.id, appointmentId));
  if (!row) throw new Error(`no appointment ${appointmentId}`);
  const id = newId();
  const code = makeAppointmentCode(randomBytes).replace('-', '');
  await database.write(async (tx) => void (await tx.insert(appointments).values({ ...row, id, code, state: 'pending', revision: 0 })));
  return id;
}
