import { bookForSomebody, findDeskSlots, holdDeskSlot, normalizeEmail, releaseDeskHold, showSlip, type Slots, warnAboutHold } from '@sportello/contract';
import { isTimed } from '../appointments/appointment.ts';
import { othersNear } from '../appointments/booked-request.ts';
import { confirmForDesk } from '../appointments/confirm-for-desk.ts';
import { holdForDesk } from '../appointments/hold-for-desk.ts';
import { releaseHold } from '../appointments/release.ts';
import { holdOnWire } from '../appointments/wire.ts';
import { findSlots } from '../availability/find-slots.ts';
import { placeOf } from '../availability/request.ts';
import { judgePeriod } from '../availability/routes.ts';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { normalizePhone } from '../people/phone.ts';
import { knownPerson, readBooking } from './booking-application.ts';
import { askedAgain, lookUpForDesk, wantedTime } from './booking-request.ts';
import { warningsOfPerson, warningsOfTime } from './booking-warnings.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { findOwnHold, ownHold } from './own-hold.ts';
import { findBooked, presentItem } from './present.ts';
import { slipOf } from './slip.ts';

/** Booking for somebody, from the phone or the counter: free times, holds, the appointment, and its slip. */
export function bookingRoutes(api: App, deps: DeskDeps): void {
  const { calendars, clock, directory } = deps;

  api.route({
    ...findDeskSlots,
    handler: async (request) => {
      const known = await directory.current();
      const wanted = lookUpForDesk(known, staffOf(request), request.query, { fieldOf: (name) => name });
      judgePeriod(request.query);
      const { appointment_id: own } = request.query;
      // Only what the official could move is thought away.
      const except = new Set(own ? [(await findBooked(deps, request, own)).appointment.id] : []);
      const { json } = await findSlots(calendars, known, wanted, request.query, clock.now(), except);
      return JSON.parse(json) as Slots; // written by findSlots in this shape
    },
  });

  api.route({
    ...holdDeskSlot,
    handler: async (request, reply) => {
      const known = await directory.current();
      const { body } = request;
      const wanted = lookUpForDesk(known, staffOf(request), body, { fieldOf: (name) => `/${name}` });
      const placeId = placeOf(wanted, body.place_id, '/place_id');
      const time = wantedTime(body);
      const former = body.replaces ? await ownHold(deps, request, body.replaces) : null;
      const wish = { directory: known, request: wanted, placeId, ...time, former, by: actorOf(staffOf(request)), language: languageOf(request) };
      const outcome = await holdForDesk(deps, wish);
      if (!outcome.ok) throw problem(outcome.why, { alternatives: await othersNear(deps, known, wish, time.start, former?.id) });
      const { hold, calendarIds } = outcome;
      return reply.code(201).send({ ...holdOnWire(known, hold), calendar_ids: [...calendarIds], warnings: warningsOfTime(known, hold, clock.now()) });
    },
  });

  api.route({
    ...releaseDeskHold,
    handler: async (request, reply) => {
      const outcome = await releaseHold(deps, await findOwnHold(deps, request, request.params.hold_id), actorOf(staffOf(request)));
      if (!outcome.ok) throw problem(outcome.why);
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...warnAboutHold,
    handler: async (request) => {
      const hold = await findOwnHold(deps, request, request.params.hold_id);
      const known = await directory.current();
      const { person_id: personId, email, phone } = request.body;
      const person = personId ? await knownPerson(deps, request, personId) : null;
      const thoughtFor = { person, email: email ? normalizeEmail(email) : null, phone: phone ? normalizePhone(phone) : null };
      const ofPerson = await warningsOfPerson(deps, thoughtFor, { directory: known, hold, staff: staffOf(request), language: languageOf(request) });
      if (ofPerson.length > 0) await noteLook(deps, request, { action: 'see', object: { kind: 'person', id: person?.id ?? null }, personId: person?.id ?? null });
      return { items: [...warningsOfTime(known, hold, clock.now()), ...ofPerson] };
    },
  });

  api.route({
    ...bookForSomebody,
    handler: async (request, reply) => {
      const hold = await findOwnHold(deps, request, request.body.hold_id);
      const known = await directory.current();
      const { request: wanted, placeId } = askedAgain(known, hold, {});
      const booking = await readBooking(deps, request, request.body, known, wanted.rules, hold.municipalityId);
      const outcome = await confirmForDesk(deps, { hold, ...booking, rules: wanted.rules, by: actorOf(staffOf(request)) });
      if (outcome.ok) return reply.code(201).send(await presentItem(deps, request, outcome.appointment.id));
      if (outcome.why === 'hold-used') throw problem('hold-used');
      throw problem('hold-expired', { alternatives: await othersNear(deps, known, { request: wanted, placeId }, hold.startsAt / 60_000) });
    },
  });

  api.route({
    ...showSlip,
    handler: async (request) => {
      const { appointment, requester } = await findBooked(deps, request, request.params.appointment_id);
      const { state, code } = appointment;
      if ((state !== 'confirmed' && state !== 'pending') || code === null || !isTimed(appointment)) throw problem('state-conflict', { state });
      const slip = slipOf(deps, await directory.current(), { ...appointment, code }, requester);
      await noteLook(deps, request, { action: 'print', object: { kind: 'appointment', id: appointment.id }, personId: requester?.id ?? null });
      return slip;
    },
  });
}
