import { listDeskAppointments, revealDeskPerson, showDeskAppointment, showDeskPerson } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { type Recorded, recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { pageOf } from '../directory/page.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { dayBounds } from './day-bounds.ts';
import { deskQueries } from './queries.ts';
import { itemOnWire, personOnWire, type Shown } from './wire.ts';

interface DeskDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
}

/**
 * Appointments and people as far as a role reaches; what lies beyond is `not-found`. Each look is in the trail before anything is
 * shown: where it cannot be written, nothing is.
 */
export function deskRoutes(api: App, { database, clock, directory }: DeskDeps): void {
  const queries = deskQueries(database);

  function note(request: FastifyRequest, looked: Recorded): Promise<void> {
    return database.write((tx) => recordAudit(tx, database.tables, actorOf(staffOf(request)), looked, clock.now()));
  }

  api.route({
    ...listDeskAppointments,
    handler: async (request) => {
      const known = await directory.current();
      const { day, office_id: officeId, ...page } = request.query;
      const found = await queries.between({ ...dayBounds(known, day), officeId }, staffOf(request), clock.now());
      const { items, nextCursor } = pageOf(found, page);
      const booked = await queries.withRequesters(items);
      await note(request, { action: 'list', object: { kind: 'board', id: officeId ?? null }, after: { day } });
      return { items: booked.map((one) => itemOnWire(known, one, shownTo(request))), next_cursor: nextCursor };
    },
  });

  api.route({
    ...showDeskAppointment,
    handler: async (request) => {
      const booked = await queries.appointment(request.params.appointment_id, staffOf(request), clock.now());
      if (!booked) throw problem('not-found');
      const { id, topic, revision } = booked.appointment;
      const shown = shownTo(request);
      const calendarNames = await queries.calendarNames(id);
      await note(request, { action: 'see', object: { kind: 'appointment', id }, personId: booked.requester?.id ?? null });
      return { ...itemOnWire(await directory.current(), booked, shown), topic: shown.asInitials ? null : topic, calendar_names: calendarNames, revision };
    },
  });

  api.route({
    ...showDeskPerson,
    handler: async (request) => {
      const found = await queries.person(request.params.person_id, staffOf(request), clock.now());
      if (!found) throw problem('not-found');
      const { id } = found.person;
      await note(request, { action: 'see', object: { kind: 'person', id }, personId: id });
      return personOnWire(await directory.current(), found, shownTo(request), { isMasked: true });
    },
  });

  api.route({
    ...revealDeskPerson,
    handler: async (request) => {
      const found = await queries.person(request.params.person_id, staffOf(request), clock.now());
      if (!found) throw problem('not-found');
      const { id } = found.person;
      const revealed = { email: null, phone: null, tax_code: null }; // which fields, not what was in them
      await note(request, { action: 'reveal', object: { kind: 'person', id }, personId: id, before: revealed, after: revealed });
      return personOnWire(await directory.current(), found, shownTo(request), { isMasked: false });
    },
  });
}

function shownTo(request: FastifyRequest): Shown {
  return { language: languageOf(request), asInitials: staffOf(request).role === 'auditor' };
}
