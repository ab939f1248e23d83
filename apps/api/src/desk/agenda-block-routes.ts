import { createBlock, removeBlock } from '@sportello/contract';
import { parseInstant } from '@sportello/scheduling';
import type { FastifyRequest } from 'fastify';
import { giveTimeBack, keepTime } from '../calendars/blocks.ts';
import type { App } from '../http/app.ts';
import { invalid, problem } from '../http/problems.ts';
import { calendarsWithin } from '../identity/calendars-within.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { blockOnWire } from './agenda-hours-wire.ts';
import type { DeskDeps } from './deps.ts';
import { shownTo } from './shown.ts';

/** Longer than this somebody is away, and says so. */
const longestBlockMilliseconds = 31 * 24 * 3_600_000;

/** Time that officials keep for something else. */
export function agendaBlockRoutes(api: App, deps: DeskDeps): void {
  api.route({
    ...createBlock,
    handler: async (request, reply) => {
      const isReached = await reachOf(request);
      const { calendar_ids: calendarIds, reason = null } = request.body;
      const interval = intervalOf(request.body);
      if (!calendarIds.every(isReached)) throw problem('not-found');
      const outcome = await keepTime(deps, { calendarIds, ...interval, reason, by: actorOf(staffOf(request)) });
      if (!outcome.ok) throw problem(outcome.why, { alternatives: [] });
      return reply.code(201).send(blockOnWire(await deps.directory.current(), outcome.block, [...new Set(calendarIds)].sort(), shownTo(request)));
    },
  });

  api.route({
    ...removeBlock,
    handler: async (request, reply) => {
      const isGiven = await giveTimeBack(deps, { id: request.params.block_id, by: actorOf(staffOf(request)), isReached: await reachOf(request) });
      if (!isGiven) throw problem('not-found');
      return reply.code(204).send(null);
    },
  });

  async function reachOf(request: FastifyRequest): Promise<(calendarId: string) => boolean> {
    const ids = new Set(calendarsWithin(await deps.directory.current(), staffOf(request)).map(({ id }) => id));
    return (calendarId) => ids.has(calendarId);
  }
}

function intervalOf(body: { starts_at: string; ends_at: string }): { startsAt: number; endsAt: number } {
  const [startsAt, endsAt] = [parseInstant(body.starts_at) ?? 0, parseInstant(body.ends_at) ?? 0];
  if (endsAt <= startsAt) throw invalid('/ends_at', { it: 'La fine viene dopo l’inizio: controlla gli orari.', en: 'The end comes after the start: check the times.' });
  if (endsAt - startsAt > longestBlockMilliseconds) throw invalid('/ends_at', { it: 'Al massimo 31 giorni: per un tempo più lungo segna un’assenza.', en: 'At most 31 days: for longer, declare an absence.' });
  return { startsAt, endsAt };
}
