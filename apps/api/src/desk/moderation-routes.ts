import { approveDeskRequest, countRequests, listPending, proposeTime as proposeRoute, refuseDeskRequest } from '@sportello/contract';
import { parseMinute } from '@sportello/scheduling';
import { and, asc, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { othersNear, requestOf } from '../appointments/booked-request.ts';
import { approveRequest, type ModerationOutcome, refuseRequest } from '../appointments/moderate.ts';
import { proposeTime } from '../appointments/propose.ts';
import { forDesk } from '../availability/request.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { bookedOf, isShownTo } from './booked.ts';
import { countPending } from './pending.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { changedMeanwhile, findBooked, presentItem } from './present.ts';
import { shownTo } from './shown.ts';
import { itemOnWire } from './wire.ts';

const mostPending = 1000;

/** Requests that wait for an answer, and the answers. */
export function moderationRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;
  const { appointments } = database.tables;

  api.route({
    ...listPending,
    handler: async (request) => {
      const now = clock.now();
      const waiting = and(eq(appointments.state, 'pending'), isShownTo(database.tables, staffOf(request), now));
      const found = await database.read.select().from(appointments).where(waiting).orderBy(asc(appointments.confirmedAt), asc(appointments.id)).limit(mostPending);
      const booked = await bookedOf(database, database.read, found, now);
      await noteLook(deps, request, { action: 'list', object: { kind: 'request-list', id: null } });
      const known = await directory.current();
      const write = instantWriter(known);
      return { items: booked.map((one) => ({ ...itemOnWire(known, one, shownTo(request)), requested_at: write(one.appointment.confirmedAt ?? one.appointment.createdAt) })) };
    },
  });

  api.route({
    ...countRequests,
    handler: async (request) => ({ count: await countPending(database, staffOf(request), clock.now()) }),
  });

  api.route({
    ...approveDeskRequest,
    handler: async (request) => answerOf(request, await approveRequest(deps, await seenBy(request))),
  });

  api.route({
    ...refuseDeskRequest,
    handler: async (request) => answerOf(request, await refuseRequest(deps, await seenBy(request), request.body.reason ?? null)),
  });

  api.route({
    ...proposeRoute,
    handler: async (request) => {
      const { id, revision } = await seenBy(request);
      const known = await directory.current();
      const { appointment } = await findBooked(deps, request, id);
      const { request: asked, placeId } = requestOf(known, appointment, request.body.place_id ?? null);
      const wanted = forDesk(asked);
      const start = parseMinute(request.body.starts_at.toUpperCase()) ?? 0; // the format whole-minute was checked at the door
      const by = actorOf(staffOf(request));
      const outcome = await proposeTime(deps, { id, revision, by, directory: known, request: wanted, placeId, start, message: request.body.message ?? null });
      if (outcome.ok) return presentItem(deps, request, id);
      if (outcome.why === 'changed-meanwhile') throw await changedMeanwhile(deps, request, id);
      if (outcome.why === 'state-conflict') throw problem('state-conflict', { state: outcome.state });
      throw problem(outcome.why, { alternatives: await othersNear(deps, known, { request: wanted, placeId }, start) });
    },
  });

  type Decided = FastifyRequest<{ Params: { appointment_id: string }; Body: { revision: number } }>;

  /** Only what lies within reach is decided upon. */
  async function seenBy(request: Decided) {
    const { appointment } = await findBooked(deps, request, request.params.appointment_id);
    return { id: appointment.id, by: actorOf(staffOf(request)), revision: request.body.revision };
  }

  async function answerOf(request: Decided, outcome: ModerationOutcome) {
    const { appointment_id: id } = request.params;
    if (outcome.ok) return presentItem(deps, request, id);
    if (outcome.why === 'changed-meanwhile') throw await changedMeanwhile(deps, request, id);
    throw problem('state-conflict', { state: outcome.state });
  }
}
