import { cancelDeskAppointment, moveDeskAppointment } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { Appointment } from '../appointments/appointment.ts';
import { othersNear } from '../appointments/booked-request.ts';
import { cancelForDesk } from '../appointments/cancel-for-desk.ts';
import { moveForDesk } from '../appointments/move-for-desk.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { askedAgain, wantedTime } from './booking-request.ts';
import type { DeskDeps } from './deps.ts';
import { changedMeanwhile, findBooked, presentItem } from './present.ts';

/** Moving, reassigning and cancelling by the desk. */
export function changeRoutes(api: App, deps: DeskDeps): void {
  api.route({
    ...moveDeskAppointment,
    handler: async (request) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      if (appointment.startsAt === null) throw problem('state-conflict', { state: appointment.state });
      const known = await deps.directory.current();
      const { revision, tell } = request.body;
      const time = wantedTime(request.body);
      const asked = askedAgain(known, appointment, request.body);
      const outcome = await moveForDesk(deps, { id: appointment.id, revision, directory: known, ...asked, ...time, tell, by: actorOf(staffOf(request)) });
      if (outcome.ok) return presentItem(deps, request, appointment.id);
      if (outcome.why === 'changed-meanwhile' || outcome.why === 'state-conflict') throw await refusal(request, appointment, outcome);
      throw problem(outcome.why, { alternatives: await othersNear(deps, known, asked, time.start, appointment.id) });
    },
  });

  api.route({
    ...cancelDeskAppointment,
    handler: async (request) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      const { revision, reason, tell } = request.body;
      const outcome = await cancelForDesk(deps, { id: appointment.id, revision, reason: reason?.trim() || null, tell, by: actorOf(staffOf(request)) });
      if (outcome.ok) return presentItem(deps, request, appointment.id);
      throw await refusal(request, appointment, outcome);
    },
  });

  async function refusal(request: FastifyRequest, { id }: Appointment, outcome: { readonly why: 'changed-meanwhile' } | { readonly why: 'state-conflict'; readonly state: Appointment['state'] }) {
    return outcome.why === 'state-conflict' ? problem('state-conflict', { state: outcome.state }) : changedMeanwhile(deps, request, id);
  }
}
