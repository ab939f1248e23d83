import { type DeskPerson, revealDeskPerson, showDeskPerson } from '@sportello/contract';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { App } from '../../http/app.ts';
import { problem } from '../../http/problems.ts';
import { staffOf } from '../../identity/staff-member.ts';
import { maskEmail, maskPhone, maskTaxCode } from '../../people/mask.ts';
import { bookedOf, isShownTo } from '../booked.ts';
import { type DeskDeps, noteLook } from '../deps.ts';
import { shownTo } from '../shown.ts';
import { itemOnWire, nameOf } from '../wire.ts';

const shownOfPerson = 200;

/** People, through the appointments within reach in which they take part. */
export function peopleRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;
  const { appointments, appointmentPeople, people } = database.tables;

  async function show(request: FastifyRequest, personId: string, { isMasked }: { isMasked: boolean }): Promise<DeskPerson> {
    const now = clock.now();
    const theirs = database.read.select({ id: appointmentPeople.appointmentId }).from(appointmentPeople).where(eq(appointmentPeople.personId, personId));
    const found = await database.read
      .select()
      .from(appointments)
      .where(and(inArray(appointments.id, theirs), isShownTo(database.tables, staffOf(request), now)))
      .orderBy(desc(appointments.startsAt), desc(appointments.id))
      .limit(shownOfPerson);
    const [person] = found.length === 0 ? [] : await database.read.select().from(people).where(eq(people.id, personId));
    if (!person) throw problem('not-found');
    const fields = { email: null, phone: null, tax_code: null }; // which fields, not what was in them
    const looked = { object: { kind: 'person' as const, id: personId }, personId };
    await noteLook(deps, request, isMasked ? { action: 'see', ...looked } : { action: 'reveal', ...looked, before: fields, after: fields });
    const known = await directory.current();
    const shown = shownTo(request);
    const orNull = (text: string | null, mask: (text: string) => string) => (text === null || !isMasked ? text : mask(text));
    return {
      id: person.id,
      kind: person.kind,
      name: nameOf(person, shown),
      given_name: shown.asInitials ? null : person.givenName,
      family_name: shown.asInitials ? null : person.familyName,
      company_name: shown.asInitials ? null : person.companyName,
      email: orNull(person.email, maskEmail),
      phone: orNull(person.phone, maskPhone),
      tax_code: orNull(person.taxCode, maskTaxCode),
      language: person.language,
      revision: person.revision,
      is_masked: isMasked,
      is_erased: person.erasedAt !== null,
      look_alikes: [],
      notes: [],
      appointments: (await bookedOf(database, database.read, found, now)).map((one) => itemOnWire(known, one, shown)),
    };
  }

  api.route({ ...showDeskPerson, handler: (request) => show(request, request.params.person_id, { isMasked: true }) });
  api.route({ ...revealDeskPerson, handler: (request) => show(request, request.params.person_id, { isMasked: false }) });
}
