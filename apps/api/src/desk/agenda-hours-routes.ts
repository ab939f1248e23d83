import { changeCalendars, type CalendarChange, type Impact, listHoursVersions, previewCalendarChange, showCalendarHours, undoCalendarChange } from '@sportello/contract';
import { eq, inArray } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { othersNearTo } from '../appointments/booked-request.ts';
import { readAppointment } from '../appointments/read-appointment.ts';
import { instantWriter } from '../appointments/wire.ts';
import { readHoursVersions } from '../calendars/hours-history.ts';
import { readHoursRows } from '../calendars/hours-rows.ts';
import { type Preview, previewChange } from '../calendars/preview-change.ts';
import { purposesOf } from '../calendars/purposes.ts';
import { type ChangeOutcome, saveChange } from '../calendars/save-change.ts';
import { undoChange } from '../calendars/undo-change.ts';
import type { Directory } from '../directory/directory.ts';
import type { App } from '../http/app.ts';
import { problem, type ProblemError } from '../http/problems.ts';
import { calendarsWithin } from '../identity/calendars-within.ts';
import { staffOf } from '../identity/staff-member.ts';
import { absenceOnWire, exceptionOnWire, hoursVersionOnWire, ruleOnWire } from './agenda-hours-wire.ts';
import { calendarOnWire } from './board.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { changedMeanwhile, presentItem } from './present.ts';
import { shownTo } from './shown.ts';
import { touchedOnWire } from './touched-on-wire.ts';

/** The hours of calendars: what they are, what a change of them would do, the change, and taking it back. */
export function agendaHoursRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;

  api.route({
    ...showCalendarHours,
    handler: async (request) => {
      const known = await directory.current();
      const { calendar_id: id } = request.params;
      const calendar = calendarsWithin(known, staffOf(request)).find((one) => one.id === id);
      if (!calendar) throw problem('not-found');
      await noteLook(deps, request, { action: 'see', object: { kind: 'calendar', id } });
      const { calendars } = database.tables;
      const [revision] = await database.read.select({ rulesRevision: calendars.rulesRevision }).from(calendars).where(eq(calendars.id, id));
      const rows = (await readHoursRows(database.read, database.tables, [id], clock.now())).get(id);
      const { channels, placeIds, serviceIds } = purposesOf(known, id);
      return {
        calendar: calendarOnWire(calendar, staffOf(request)),
        rules_revision: revision?.rulesRevision ?? 0,
        rules: (rows?.rules ?? []).map(ruleOnWire),
        exceptions: (rows?.exceptions ?? []).map(exceptionOnWire),
        absences: (rows?.absences ?? []).map((absence) => absenceOnWire(known, absence, shownTo(request))),
        channels: [...channels],
        place_ids: [...placeIds],
        service_ids: [...serviceIds],
      };
    },
  });

  api.route({
    ...listHoursVersions,
    handler: async (request) => {
      const known = await directory.current();
      const { calendar_id: id } = request.params;
      if (!reachOf(known, request)(id)) throw problem('not-found');
      await noteLook(deps, request, { action: 'see', object: { kind: 'calendar', id } });
      return { items: (await readHoursVersions(database, id)).map((version) => hoursVersionOnWire(known, version)) };
    },
  });

  api.route({
    ...previewCalendarChange,
    handler: async (request) => {
      const known = await directory.current();
      const { change } = request.body;
      const isReached = reachOf(known, request);
      const calendarIds = await calendarsOf(change, isReached);
      await noteLook(deps, request, { action: 'list', object: { kind: 'agenda', id: null }, after: { kind: change.kind, calendar_ids: calendarIds } });
      const preview = await previewChange(deps, { directory: known, staff: staffOf(request), change, calendarIds, isReached });
      return impactOnWire(request, known, preview);
    },
  });

  api.route({
    ...changeCalendars,
    handler: async (request, reply) => {
      const known = await directory.current();
      const { change, resolutions, tell } = request.body;
      const isReached = reachOf(known, request);
      const calendarIds = await calendarsOf(change, isReached);
      if (resolutions.some((one) => one.does === 'reassign' && !isReached(one.calendar_id))) throw problem('not-found');
      const outcome = await saveChange(deps, { directory: known, staff: staffOf(request), change, calendarIds, resolutions, tell });
      if (!outcome.ok) throw await refusalOf(request, known, outcome);
      const count = (does: 'move' | 'reassign' | 'cancel') => outcome.done.filter((one) => one.does === does).length;
      return reply.code(201).send({
        id: outcome.id,
        undo_until: instantWriter(known)(outcome.undoUntil),
        moved: count('move'),
        reassigned: count('reassign'),
        cancelled: count('cancel'),
        to_call: outcome.done.filter(({ toCall }) => toCall).length,
      });
    },
  });

  api.route({
    ...undoCalendarChange,
    handler: async (request, reply) => {
      const known = await directory.current();
      const outcome = await undoChange(deps, { id: request.params.change_id, staff: staffOf(request), isReached: reachOf(known, request) });
      if (outcome.ok) return reply.code(204).send(null);
      if (outcome.why !== 'changed-meanwhile') throw problem(outcome.why);
      throw outcome.appointmentId === null ? problem('changed-meanwhile') : await changedMeanwhile(deps, request, outcome.appointmentId);
    },
  });

  function reachOf(known: Directory, request: FastifyRequest): (calendarId: string) => boolean {
    const ids = new Set(calendarsWithin(known, staffOf(request)).map(({ id }) => id));
    return (calendarId) => ids.has(calendarId);
  }

  /** The calendars that a change is about, in order; throws `not-found` where one lies beyond reach. */
  async function calendarsOf(change: CalendarChange, isReached: (id: string) => boolean): Promise<string[]> {
    const ids = change.kind === 'end_absence' ? await calendarOfAbsence(change.absence_id) : change.calendar_ids;
    const named = change.kind === 'copy_rules' ? [...ids, change.from_calendar_id] : ids;
    if (ids.length === 0 || !named.every(isReached)) throw problem('not-found');
    return [...new Set(ids)].sort();
  }

  async function calendarOfAbsence(id: string): Promise<string[]> {
    const { absences } = database.tables;
    const rows = await database.read.select({ calendarId: absences.calendarId }).from(absences).where(inArray(absences.id, [id]));
    return rows.map(({ calendarId }) => calendarId);
  }

  async function impactOnWire(request: FastifyRequest, known: Directory, { touched, beyondReach, freeTimes, warnings }: Preview): Promise<Impact> {
    return { touched: await touchedOnWire(deps, request, known, touched), beyond_reach: beyondReach, free_times: freeTimes, warnings: [...warnings] };
  }

  /** Why nothing was changed: with the appointment that stood in the way, and other times for it. */
  async function refusalOf(request: FastifyRequest, known: Directory, { why, appointmentId }: Extract<ChangeOutcome, { ok: false }>): Promise<ProblemError> {
    if (why === 'changed-meanwhile') return appointmentId === null ? problem(why) : changedMeanwhile(deps, request, appointmentId);
    if (appointmentId === null) return problem(why, { alternatives: [] });
    const appointment = await readAppointment(database.read, database.tables, appointmentId);
    const alternatives = appointment ? await othersNearTo(deps, known, appointment) : [];
    return problem(why, { alternatives, appointment: await presentItem(deps, request, appointmentId) });
  }
}
