import { showBoard, showDeskAppointment } from '@sportello/contract';
import { and, asc, count, eq, gte, lt } from 'drizzle-orm';
import type { App } from '../http/app.ts';
import { staffOf } from '../identity/staff-member.ts';
import { bookedOf, isShownTo } from './booked.ts';
import { dayBounds } from './day-bounds.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { findBooked } from './present.ts';
import { shownTo } from './shown.ts';
import { itemOnWire } from './wire.ts';

/** The board of a day and one appointment. */
export function boardRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;
  const { appointments } = database.tables;

  api.route({
    ...showBoard,
    handler: async (request) => {
      const known = await directory.current();
      const now = clock.now();
      const staff = staffOf(request);
      const { day, office_id: officeId } = request.query;
      const { startsAt, endsAt } = dayBounds(known, day);
      const ofOffice = officeId === undefined ? undefined : eq(appointments.officeId, officeId);
      const then = and(gte(appointments.startsAt, startsAt), lt(appointments.startsAt, endsAt));
      const found = await database.read.select().from(appointments).where(and(then, ofOffice, isShownTo(database.tables, staff, now))).orderBy(asc(appointments.startsAt), asc(appointments.id));
      const [pending] = await database.read.select({ count: count() }).from(appointments).where(and(eq(appointments.state, 'pending'), ofOffice, isShownTo(database.tables, staff, now)));
      const booked = await bookedOf(database, database.read, found, now);
      await noteLook(deps, request, { action: 'list', object: { kind: 'board', id: officeId ?? null }, after: { day } });
      return { day, items: booked.map((one) => itemOnWire(known, one, shownTo(request))), calendars: [], delays: [], pending_count: pending?.count ?? 0, live_from: '' };
    },
  });

  api.route({
    ...showDeskAppointment,
    handler: async (request) => {
      const booked = await findBooked(deps, request, request.params.appointment_id);
      const known = await directory.current();
      await noteLook(deps, request, { action: 'see', object: { kind: 'appointment', id: booked.appointment.id }, personId: booked.requester?.id ?? null });
      const calendarNames = booked.calendarIds.flatMap((id) => known.calendars.get(id)?.name ?? []);
      return { ...itemOnWire(known, booked, shownTo(request)), calendar_names: calendarNames, details: null, answers: [], home_address: null, reason: null, outcome: null, next_step: null, notes: [], history: [] };
    },
  });
}
