import { announceDelay as announceDelayRoute, printBoard, showBoard, showDeskAppointment } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import { announceDelay } from '../appointments/delays.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { App } from '../http/app.ts';
import { pack, sendPacked } from '../http/packed.ts';
import { problem } from '../http/problems.ts';
import { calendarsWithin } from '../identity/calendars-within.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { detailsOf } from './appointment-details.ts';
import { readBoard } from './board.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { findBooked } from './present.ts';
import { shownTo } from './shown.ts';
import { itemOnWire } from './wire.ts';

/** The board of a day, one appointment, and what is said of the day as a whole. */
export function boardRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;

  api.route({
    ...showBoard,
    handler: async (request, reply: FastifyReply) => {
      const { day, office_id: officeId = null } = request.query;
      await noteLook(deps, request, { action: 'list', object: { kind: 'board', id: officeId }, after: { day } });
      const board = await readBoard(database, await directory.current(), { day, officeId, staff: staffOf(request), shown: shownTo(request) }, clock.now());
      // By the schema of the answer, as any other; a busy day is long, and much of it the same again and again.
      return sendPacked(request, reply, pack(reply.code(200).serialize(board) as string));
    },
  });

  api.route({
    ...printBoard,
    handler: async (request, reply: FastifyReply) => {
      const { day, office_id: officeId = null } = request.body;
      const { items } = await readBoard(database, await directory.current(), { day, officeId, staff: staffOf(request), shown: shownTo(request) }, clock.now());
      await noteLook(deps, request, { action: 'print', object: { kind: 'board', id: officeId }, after: { day, people: items.length } });
      return reply.code(204).send();
    },
  });

  api.route({
    ...showDeskAppointment,
    handler: async (request) => {
      const booked = await findBooked(deps, request, request.params.appointment_id);
      const known = await directory.current();
      await noteLook(deps, request, { action: 'see', object: { kind: 'appointment', id: booked.appointment.id }, personId: booked.requester?.id ?? null });
      const shown = shownTo(request);
      return { ...itemOnWire(known, booked, shown), ...(await detailsOf(database, known, booked, { staff: staffOf(request), shown })) };
    },
  });

  api.route({
    ...announceDelayRoute,
    handler: async (request) => {
      const known = await directory.current();
      const staff = staffOf(request);
      const { calendar_id: calendarId } = request.params;
      if (!calendarsWithin(known, staff).some(({ id }) => id === calendarId)) throw problem('not-found');
      const { minutes, announcedAt } = await announceDelay(deps, { directory: known, calendarId, minutes: request.body.minutes, staffId: staff.id, by: actorOf(staff) });
      return { calendar_id: calendarId, minutes, announced_at: instantWriter(known)(announcedAt) };
    },
  });
}
