import { createInvitation as createRoute, type Invitation as WireInvitation, listInvitations as listRoute, normalizeEmail, normalizeName, revokeInvitation as revokeRoute } from '@sportello/contract';
import { addDays, startOfDay } from '@sportello/scheduling';
import { inArray } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { createInvitation, type Invitation, invitationById, invitationLink, listInvitations, revokeInvitation, stateOf } from '../appointments/invitations.ts';
import { instantWriter } from '../appointments/wire.ts';
import { newId } from '../database/id.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import type { App } from '../http/app.ts';
import { invalid, problem } from '../http/problems.ts';
import { isWithinReach } from '../identity/reach.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { normalizePhone } from '../people/phone.ts';
import type { Person } from './booked.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { findPerson } from './people/find-person.ts';
import { shownTo } from './shown.ts';
import { nameOf } from './wire.ts';

const longestDays = 365;

/** Links with which one person books once what is not open to everybody. */
export function invitationRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory, secrets, publicUrl } = deps;
  const { tables } = database;

  api.route({
    ...listRoute,
    handler: async (request) => {
      const { reach } = staffOf(request);
      const found = await listInvitations(database, reach.everything ? null : reach.officeIds);
      await noteLook(deps, request, { action: 'list', object: { kind: 'invitation', id: null } });
      return { items: await onWire(request, found) };
    },
  });

  api.route({
    ...createRoute,
    handler: async (request, reply) => {
      const known = await directory.current();
      const now = clock.now();
      const { service_id: serviceId, channel, expires_on: lastDay } = request.body;
      const { officeId } = serviceOf(known, request);
      const expiresAt = endOf(known, lastDay, now);
      const invited = await invitedPerson(request);
      const by = actorOf(staffOf(request));
      const invitation = await database.write(async (tx) => {
        if (invited?.isNew) await tx.insert(tables.people).values(invited.person);
        const person = invited?.person ?? null;
        return createInvitation(tx, tables, { serviceId, officeId, channel, personId: person?.id ?? null, email: person?.email ?? null, expiresAt, by }, now);
      });
      const [written] = await onWire(request, [invitation]);
      if (!written) throw new Error('The invitation that was just made');
      return reply.code(201).send({ ...written, link: invitationLink(secrets, publicUrl, invitation.id), mailed: Boolean(invited?.person.email) });
    },
  });

  api.route({
    ...revokeRoute,
    handler: async (request, reply) => {
      const staff = staffOf(request);
      const found = await invitationById(database, request.params.invitation_id);
      if (!found || !isWithinReach(staff, found)) throw problem('not-found');
      await database.write((tx) => revokeInvitation(tx, tables, found, actorOf(staff), clock.now()));
      return reply.code(204).send(null);
    },
  });

  type Wanted = FastifyRequest<{
    Body: { service_id: string; channel: string; person_id?: string | null; person?: { given_name: string; family_name: string; email?: string | null; phone?: string | null } | null };
  }>;

  function serviceOf({ services }: Directory, request: Wanted) {
    const service = services.get(request.body.service_id);
    const isTheirs = service?.state === 'published' && isWithinReach(staffOf(request), service);
    if (!isTheirs) throw invalid('/service_id', { it: 'Questo servizio non è dei tuoi uffici.', en: 'This service is not of your offices.' });
    if (![...service.channels.keys()].some((name) => name === request.body.channel)) throw invalid('/channel', { it: 'Il servizio non è offerto in questa modalità.', en: 'The service is not offered this way.' });
    return service;
  }

  /** Somebody known within reach, or somebody new; null: the link is handed over to whoever it is. */
  async function invitedPerson(request: Wanted): Promise<{ person: Person; isNew: boolean } | null> {
    const { person_id: personId, person: said } = request.body;
    if (personId) {
      const person = await findPerson(deps, request, personId);
      if (!person) throw invalid('/person_id', { it: 'Questa persona non è tra quelle dei tuoi uffici.', en: 'This person is not among those of your offices.' });
      return { person, isNew: false };
    }
    return said ? { person: newPerson(said, clock.now()), isNew: true } : null;
  }

  async function onWire(request: FastifyRequest, found: readonly Invitation[]): Promise<WireInvitation[]> {
    const known = await directory.current();
    const write = instantWriter(known);
    const shown = shownTo(request);
    const ids = (of: (one: Invitation) => string | null) => [...new Set(found.flatMap((one) => of(one) ?? []))];
    const people = new Map((await database.read.select().from(tables.people).where(inArray(tables.people.id, ids(({ personId }) => personId)))).map((person) => [person.id, person]));
    const members = new Map((await database.read.select().from(tables.staff).where(inArray(tables.staff.id, ids(({ staffId }) => staffId)))).map((member) => [member.id, member]));
    return found.map((one) => {
      const service = known.services.get(one.serviceId);
      const person = people.get(one.personId ?? '');
      const member = members.get(one.staffId);
      return {
        id: one.id,
        service_id: one.serviceId,
        service_name: service ? inLanguage(service.name, shown.language) : '',
        channel: one.channel,
        person: person ? { id: person.id, name: nameOf(person, shown) } : null,
        staff_name: member ? `${member.givenName} ${member.familyName}` : '',
        created_at: write(one.createdAt),
        expires_at: write(one.expiresAt),
        state: stateOf(one, clock.now()),
        appointment_id: one.appointmentId,
      };
    });
  }
}

/** The first instant after the last day on which it is good, epoch milliseconds. */
function endOf(known: Directory, lastDay: string, now: number): number {
  const today = dayOf(known, now);
  if (lastDay < today) throw invalid('/expires_on', { it: 'Questo giorno è già passato.', en: 'This day is over already.' });
  if (lastDay > addDays(today, longestDays)) throw invalid('/expires_on', { it: 'Al massimo un anno da oggi.', en: 'At most a year from today.' });
  return startOfDay(known.union.timeZone, addDays(lastDay, 1)) * 60_000;
}

function newPerson(said: { given_name: string; family_name: string; email?: string | null; phone?: string | null }, now: number): Person {
  return {
    id: newId(),
    kind: 'natural',
    givenName: normalizeName(said.given_name),
    familyName: normalizeName(said.family_name),
    companyName: null,
    email: said.email ? normalizeEmail(said.email) : null,
    phone: said.phone ? normalizePhone(said.phone) : null,
    taxCode: null,
    language: 'it',
    revision: 0,
    createdAt: now,
    erasedAt: null,
  };
}
