import type { App } from './app.ts';
import { withoutBlankFields } from './blank-fields.ts';
import { bearerOf } from './body.ts';
import { requireIdempotencyKey } from './idempotency.ts';
import { problem } from './problems.ts';

/**
 * Before a body is judged: a POST without its key is a 400, a missing token a 401 (in this order), and the fields that
 * say nothing are taken out. A POST without any body is one that says nothing.
 */
export function registerAccess(app: App): void {
  app.addHook('preValidation', async (request) => {
    const { access, idempotencyKey } = request.routeOptions.config;
    if (idempotencyKey) requireIdempotencyKey(request);
    if (access === 'bearer' && bearerOf(request) === null) throw problem('unauthorized');
    if (request.method === 'POST' || request.method === 'PATCH') request.body = withoutBlankFields(request.body ?? {});
  });
  // An unknown address of the API is answered like any other: limited, for any origin, in the language asked for.
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/*',
    schema: { hide: true } as object,
    handler: async () => {
      throw problem('not-found');
    },
  });
}
