import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';
import { problem } from './problems.ts';

/**
 * Serves the built web app: files with a hash in their name for a year, and index.html for every other address that a
 * browser opens, so that each page has its own URL. An API address is never answered with a page.
 */
export async function registerWebApp(app: App, { folder }: { folder: string }): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true, decorateReply: true });
  app.get('/*', { schema: { hide: true } as object }, (request, reply) => {
    if (request.url.startsWith('/api/')) throw problem('not-found');
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
  });
}
