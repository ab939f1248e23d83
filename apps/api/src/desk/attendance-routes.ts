import { callByPhone as callRoute, createWalkIn as walkInRoute, markAttendance as attendanceRoute, writeOutcome as outcomeRoute } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import { isWalkIn } from '../appointments/appointment.ts';
import { type AttendanceOutcome, markAttendance } from '../appointments/attend.ts';
import { callByPhone } from '../appointments/call.ts';
import { writeOutcome } from '../appointments/conclude.ts';
import { createWalkIn } from '../appointments/walk-in.ts';
import type { Directory } from '../directory/directory.ts';
import type { App } from '../http/app.ts';
import { invalid, problem, type ProblemError, type Said } from '../http/problems.ts';
import { calendarsWithin } from '../identity/calendars-within.ts';
import { actorOf, type StaffMember, staffOf } from '../identity/staff-member.ts';
import type { DeskDeps } from './deps.ts';
import { changedMeanwhile, findBooked, presentItem } from './present.ts';
import { readWalkIn } from './read-walk-in.ts';

/** What becomes of people at the desk: they come, are served, are called. */
export function attendanceRoutes(api: App, deps: DeskDeps): void {
  api.route({
    ...attendanceRoute,
    handler: async (request) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      const directory = await deps.directory.current();
      const staff = staffOf(request);
      const { state, revision, calendar_id: named = null } = request.body;
      const calendarId = isWalkIn(appointment) && state === 'in_progress' ? calendarTaken(directory, staff, named) : null;
      const outcome = await markAttendance(deps, { appointment, directory, state, revision, calendarId, by: actorOf(staff) });
      if (outcome.ok) return presentItem(deps, request, appointment.id);
      if (outcome.why === 'changed-meanwhile') throw await changedMeanwhile(deps, request, appointment.id);
      throw attendanceRefusal(outcome);
    },
  });

  api.route({
    ...outcomeRoute,
    handler: async (request) => {
      const { appointment: { id } } = await findBooked(deps, request, request.params.appointment_id);
      const { revision, outcome: said, next_step: nextStep } = request.body;
      const outcome = await writeOutcome(deps, { id, revision, outcome: said?.trim() || null, nextStep: nextStep?.trim() || null, by: actorOf(staffOf(request)) });
      if (outcome.ok) return presentItem(deps, request, id);
      if (outcome.why === 'changed-meanwhile') throw await changedMeanwhile(deps, request, id);
      throw problem('state-conflict', { state: outcome.state });
    },
  });

  api.route({
    ...callRoute,
    handler: async (request) => {
      const { appointment: { id } } = await findBooked(deps, request, request.params.appointment_id);
      const outcome = await callByPhone(deps, { id, by: actorOf(staffOf(request)) });
      if (outcome.ok) return { phone: outcome.phone, appointment: await presentItem(deps, request, id) };
      throw problem('state-conflict', { state: outcome.state, ...(outcome.why === 'no-phone' && { detail: noPhone }) });
    },
  });

  api.route({
    ...walkInRoute,
    handler: async (request, reply: FastifyReply) => {
      const staff = staffOf(request);
      const walkIn = readWalkIn(await deps.directory.current(), staff, request.body, deps.clock.now());
      const id = await createWalkIn(deps, { ...walkIn, by: actorOf(staff) });
      return reply.code(201).send(await presentItem(deps, request, id));
    },
  });
}

/** The calendar that was named, else one's own, else none. */
function calendarTaken(directory: Directory, staff: StaffMember, named: string | null): string | null {
  const within = calendarsWithin(directory, staff);
  if (named === null) return within.find(({ staffId }) => staffId === staff.id)?.id ?? null;
  if (within.some(({ id }) => id === named)) return named;
  throw invalid('/calendar_id', { it: 'Questa agenda non esiste più: ricarica la pagina.', en: 'This calendar does not exist any more: reload the page.' });
}

const noPhone: Said = { it: 'Di questa persona non c’è un numero di telefono.', en: 'There is no phone number of this person.' };

const tooEarly = {
  'other-day': { it: 'L’arrivo si segna nel giorno dell’appuntamento.', en: 'An arrival is marked on the day of the appointment.' },
  'not-begun': { it: 'Non è ancora l’ora dell’appuntamento.', en: 'It is not yet the time of the appointment.' },
} as const;

function attendanceRefusal({ why, state }: Exclude<AttendanceOutcome, { ok: true } | { why: 'changed-meanwhile' }>): ProblemError {
  return problem('state-conflict', { state, ...(why !== 'state-conflict' && { detail: tooEarly[why] }) });
}
