import { followLive } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import type { App } from '../../http/app.ts';
import { staffOf } from '../../identity/staff-member.ts';
import { type DeskDeps, noteLook } from '../deps.ts';
import { shownTo } from '../shown.ts';

/** GET /staff/live: what changes on the board, as it changes. */
export function liveRoutes(api: App, deps: DeskDeps): void {
  api.addHook('preClose', () => deps.live.close());

  api.route({
    ...followLive,
    exposeHeadRoute: false,
    handler: async (request, reply: FastifyReply) => {
      await noteLook(deps, request, { action: 'see', object: { kind: 'board', id: null } });
      const from = request.headers['last-event-id'];
      const stream = await deps.live.open({ staff: staffOf(request), shown: shownTo(request) }, typeof from === 'string' && from !== '' ? from : null);
      // One connection each, closed with the stream: a proxy that waits for more before it sends on would make it late.
      reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', connection: 'close' });
      return reply.send(stream);
    },
  });
}
