import { showLogo } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';

/** The picture, by the digest of its content: whoever has it once never asks again. Judged when it came; still no browser takes it for a page. */
export function logoRoute(app: App, { database: { read, tables: { logos } } }: { readonly database: Database }): void {
  app.route({
    ...showLogo,
    handler: async (request, reply) => {
      const [logo] = await read.select().from(logos).where(eq(logos.id, request.params.logo_id));
      if (!logo) throw problem('not-found');
      return reply
        .headers({
          'content-type': logo.mediaType,
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cache-control': 'public, max-age=31536000, immutable',
        })
        .send(logo.content);
    },
  });
}
