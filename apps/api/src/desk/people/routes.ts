import { changePerson, erasePerson, exportPerson, mergePeople, revealDeskPerson, searchPeople, showDeskPerson } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { instantWriter } from '../../appointments/wire.ts';
import type { App } from '../../http/app.ts';
import { requireFreshSignIn, staffOf } from '../../identity/staff-member.ts';
import { type DeskDeps, noteLook } from '../deps.ts';
import { shownTo } from '../shown.ts';
import { correctPerson, type PeopleWork } from './change-person.ts';
import { eraseWholly } from './erase-person.ts';
import { exportOf } from './export-person.ts';
import { findPeople, mostFound } from './find-people.ts';
import { foundOnWire } from './found-on-wire.ts';
import { mergeInto } from './merge-people.ts';
import { noteRoutes } from './note-routes.ts';
import { requirePerson, requireWhole } from './reach-of-person.ts';
import { personOnWire } from './show-person.ts';

/** People, through the appointments within reach in which they take part. */
export function peopleRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory, secrets } = deps;
  const workOf = (request: FastifyRequest): PeopleWork => ({ database, secrets, staff: staffOf(request), now: clock.now() });
  const lookedAt = (id: string) => ({ object: { kind: 'person' as const, id }, personId: id });
  const onWire = (request: FastifyRequest, person: Parameters<typeof personOnWire>[1], { isMasked = true } = {}) => personOnWire(deps, person, { staff: staffOf(request), shown: shownTo(request), isMasked });
  const find = (request: FastifyRequest, id: string) => requirePerson(database, database.read, staffOf(request), { id, now: clock.now() });

  api.route({
    ...searchPeople,
    handler: async (request) => {
      const looking = { database, staff: staffOf(request), now: clock.now() };
      const found = await findPeople(looking, request.body.words);
      await noteLook(deps, request, { action: 'search', object: { kind: 'person', id: null } });
      const items = await foundOnWire(looking, await directory.current(), found.slice(0, mostFound), shownTo(request));
      return { items, has_more: found.length > mostFound };
    },
  });

  api.route({
    ...showDeskPerson,
    handler: async (request) => {
      const person = await find(request, request.params.person_id);
      await noteLook(deps, request, { action: 'see', ...lookedAt(person.id) });
      return onWire(request, person);
    },
  });

  api.route({
    ...revealDeskPerson,
    handler: async (request) => {
      const person = await find(request, request.params.person_id);
      const fields = { email: null, phone: null, tax_code: null }; // which fields, not what was in them
      await noteLook(deps, request, { action: 'reveal', ...lookedAt(person.id), before: fields, after: fields });
      return onWire(request, person, { isMasked: false });
    },
  });

  api.route({
    ...changePerson,
    handler: async (request) => onWire(request, await correctPerson(workOf(request), request.params.person_id, request.body)),
  });

  api.route({
    ...mergePeople,
    handler: async (request) => onWire(request, await mergeInto(workOf(request), request.params.person_id, request.body)),
  });

  api.route({
    ...exportPerson,
    handler: async (request) => {
      const person = await find(request, request.params.person_id);
      await requireWhole(database, database.read, staffOf(request), [person.id]);
      await noteLook(deps, request, { action: 'export', ...lookedAt(person.id) });
      return exportOf(database, await directory.current(), person, clock.now());
    },
  });

  api.route({
    ...erasePerson,
    handler: async (request) => {
      const work = workOf(request);
      await find(request, request.params.person_id); // who lies beyond reach is not there, however one is signed in
      requireFreshSignIn(work.staff, work.now);
      const { timeZone } = (await directory.current()).union;
      const { appointments } = await eraseWholly({ ...work, timeZone }, request.params.person_id, request.body);
      await database.clearTraces();
      return { erased_at: instantWriter(await directory.current())(work.now), appointments };
    },
  });

  noteRoutes(api, deps);
}
