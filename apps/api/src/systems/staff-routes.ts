import {
  changeWebhook as changeWebhookRoute, listApiKeys, listWebhookDeliveries, listWebhooks, makeApiKey, makeWebhook as makeWebhookRoute,
  removeWebhook as removeWebhookRoute, renewWebhookSecret, replayWebhook, revokeApiKey, showWebhook, testWebhook,
} from '@sportello/contract';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { requireFreshSignIn, staffOf } from '../identity/staff-member.ts';
import type { WebhookDeps } from './deps.ts';
import { makeKey, readKey, readKeys, revokeKey } from './keys/keys.ts';
import { readDeliveries, replay } from './webhooks/deliveries.ts';
import type { Send } from './webhooks/send.ts';
import { sendTest } from './webhooks/test-webhook.ts';
import { changeWebhook, makeWebhook, readWebhook, readWebhooks, removeWebhook, renewSecret } from './webhooks/webhooks.ts';

interface Deps extends WebhookDeps {
  readonly send: Send;
  /** Told when the server closes: nobody waits for what lies elsewhere then. */
  readonly closing: AbortSignal;
}

/** Other systems of the union: their keys, and where they are told what happens. */
export function staffSystemRoutes(api: App, deps: Deps): void {
  keyRoutes(api, deps);
  webhookRoutes(api, deps);
}

function keyRoutes(api: App, deps: Deps): void {
  api.route({ ...listApiKeys, handler: async () => ({ items: await readKeys(deps) }) });

  api.route({
    ...makeApiKey,
    handler: async (request, reply) => {
      requireFreshSignIn(staffOf(request), deps.clock.now());
      const { id, secret } = await makeKey(deps, staffOf(request), request.body);
      return reply.code(201).send({ key: await readKey(deps, id), secret });
    },
  });

  // Without a fresh sign-in: whoever sees a key in the wrong place is in a hurry.
  api.route({
    ...revokeApiKey,
    handler: async (request) => {
      await revokeKey(deps, staffOf(request), request.params.key_id);
      return readKey(deps, request.params.key_id);
    },
  });
}

function webhookRoutes(api: App, deps: Deps): void {
  const { clock, closing } = deps;
  api.route({ ...listWebhooks, handler: async () => ({ items: await readWebhooks(deps) }) });
  api.route({ ...showWebhook, handler: (request) => readWebhook(deps, request.params.webhook_id) });

  api.route({
    ...makeWebhookRoute,
    handler: async (request, reply) => {
      requireFreshSignIn(staffOf(request), clock.now());
      const { id, secret } = await makeWebhook(deps, staffOf(request), request.body);
      return reply.code(201).send({ webhook: await readWebhook(deps, id), secret });
    },
  });

  api.route({
    ...changeWebhookRoute,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      await changeWebhook(deps, staffOf(request), request.params.webhook_id, request.body);
      return readWebhook(deps, request.params.webhook_id);
    },
  });

  api.route({
    ...removeWebhookRoute,
    handler: async (request, reply) => {
      await removeWebhook(deps, staffOf(request), request.params.webhook_id);
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...renewWebhookSecret,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      const { id, secret } = await renewSecret(deps, staffOf(request), request.params.webhook_id);
      return { webhook: await readWebhook(deps, id), secret };
    },
  });

  api.route({
    ...testWebhook,
    handler: async (request) => {
      try {
        return await sendTest(deps, request.params.webhook_id, closing);
      } catch (error) {
        throw closing.aborted ? problem('service-unavailable') : error;
      }
    },
  });

  api.route({ ...listWebhookDeliveries, handler: (request) => readDeliveries(deps, request.params.webhook_id, request.query) });
  api.route({ ...replayWebhook, handler: async (request) => ({ count: await replay(deps, staffOf(request), request.params.webhook_id, request.body) }) });
}
