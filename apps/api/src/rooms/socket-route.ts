import websocket from '@fastify/websocket';
import { mostMessageBytes, roomSocketPath } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import type { LiveRooms } from './live-rooms.ts';

/**
 * The WebSocket of the rooms. It belongs to our own pages (their Origin is our public address); whoever opens it is nobody
 * until the first message. Twice the length of a message is taken off the line, so that one that is a little too long is told why.
 */
export async function roomSocket(api: App, { live, publicUrl }: { readonly live: LiveRooms; readonly publicUrl: string }): Promise<void> {
  const ourOrigin = new URL(publicUrl).origin;
  await api.register(websocket, { options: { maxPayload: 2 * mostMessageBytes, perMessageDeflate: false }, preClose: (done) => done() });
  api.addHook('preClose', () => live.close());

  api.route({
    method: 'GET',
    url: roomSocketPath,
    schema: { hide: true } as object,
    exposeHeadRoute: false,
    onRequest: async (request) => {
      if (request.ws && request.headers.origin !== ourOrigin) throw problem('wrong-origin');
    },
    handler: async () => {
      throw problem('not-found');
    },
    wsHandler: (socket, request) => live.accept(socket, request.ip),
  });
}
