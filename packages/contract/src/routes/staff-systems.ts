import { route } from '../route.ts';
import { ApiKey, ApiKeyList, ApiKeyMade, ApiKeyParams, ApiKeyRequest } from '../schemas/api-keys.ts';
import { List } from '../schemas/common.ts';
import { Webhook, WebhookChange, WebhookDelivery, WebhookDeliveryQuery, WebhookList, WebhookMade, WebhookParams, WebhookReplay, WebhookReplayed, WebhookRequest, WebhookTest } from '../schemas/webhooks.ts';
import * as Type from 'typebox';

// Other systems of the union: the keys with which they read, and where they are told what happens.
const tag = 'union';
const access = 'staff';
const nothing = Type.Object({}, { additionalProperties: false });

export const listApiKeys = route({
  method: 'GET', url: '/staff/api-keys', operationId: 'list_api_keys',
  summary: 'Keys of other systems', description: 'Those that open something first, the newest first; never the keys themselves.',
  tag, access, permission: 'connection.read', success: { 200: ApiKeyList }, problems: [],
});

export const makeApiKey = route({
  method: 'POST', url: '/staff/api-keys', operationId: 'create_api_key',
  summary: 'Make a key', description: 'The answer holds the key, once: only a digest is kept.',
  tag, access, permission: 'connection.change', body: ApiKeyRequest, success: { 201: ApiKeyMade }, problems: ['fresh-sign-in-needed'],
});

export const revokeApiKey = route({
  method: 'DELETE', url: '/staff/api-keys/:key_id', operationId: 'revoke_api_key',
  summary: 'Revoke a key', description: 'From now on it opens nothing, in every process. It stays in the list for a year.',
  tag, access, permission: 'connection.change', params: ApiKeyParams, success: { 200: ApiKey }, problems: ['not-found'],
});

export const listWebhooks = route({
  method: 'GET', url: '/staff/webhooks', operationId: 'list_webhooks',
  summary: 'Where other systems are told', description: 'By name, with how it goes.',
  tag, access, permission: 'connection.read', success: { 200: WebhookList }, problems: [],
});

export const showWebhook = route({
  method: 'GET', url: '/staff/webhooks/:webhook_id', operationId: 'show_webhook',
  summary: 'One of them', description: 'With how it goes; without its secret.',
  tag, access, permission: 'connection.read', params: WebhookParams, success: { 200: Webhook }, problems: ['not-found'],
});

export const makeWebhook = route({
  method: 'POST', url: '/staff/webhooks', operationId: 'create_webhook',
  summary: 'Tell another system', description: 'From now on. The answer holds the secret, once.',
  tag, access, permission: 'connection.change', body: WebhookRequest, success: { 201: WebhookMade }, problems: ['fresh-sign-in-needed'],
});

export const changeWebhook = route({
  method: 'PATCH', url: '/staff/webhooks/:webhook_id', operationId: 'change_webhook',
  summary: 'Change it', description: 'Switched on again, it is told what happened meanwhile, up to three days back.',
  tag, access, permission: 'connection.change', blanksTakeAway: true, params: WebhookParams, body: WebhookChange, success: { 200: Webhook }, problems: ['not-found', 'changed-meanwhile', 'fresh-sign-in-needed'],
});

export const removeWebhook = route({
  method: 'DELETE', url: '/staff/webhooks/:webhook_id', operationId: 'delete_webhook',
  summary: 'Remove it', description: 'With its secret and the log of its deliveries.',
  tag, access, permission: 'connection.change', params: WebhookParams, success: { 204: null }, problems: ['not-found'],
});

export const renewWebhookSecret = route({
  method: 'POST', url: '/staff/webhooks/:webhook_id/secrets', operationId: 'create_webhook_secret',
  summary: 'Give it another secret', description: 'For a day the former one signs too, so that the other system can change over.',
  tag, access, permission: 'connection.change', params: WebhookParams, body: nothing, success: { 200: WebhookMade }, problems: ['not-found', 'fresh-sign-in-needed'],
});

export const testWebhook = route({
  method: 'POST', url: '/staff/webhooks/:webhook_id/tests', operationId: 'create_webhook_test',
  summary: 'Try it', description: 'Sends a message of the type `test` at once, and says what came of it.',
  tag, access, permission: 'connection.change', params: WebhookParams, body: nothing, success: { 200: WebhookTest }, problems: ['not-found'],
});

export const listWebhookDeliveries = route({
  method: 'GET', url: '/staff/webhooks/:webhook_id/deliveries', operationId: 'list_webhook_deliveries',
  summary: 'What was sent', description: 'Of the last 30 days, the newest first, with how the last try went.',
  tag, access, permission: 'connection.read', params: WebhookParams, querystring: WebhookDeliveryQuery, success: { 200: List(WebhookDelivery, 'Deliveries, the newest first') }, problems: ['not-found'],
});

export const replayWebhook = route({
  method: 'POST', url: '/staff/webhooks/:webhook_id/replays', operationId: 'create_webhook_replay',
  summary: 'Send again', description: 'One delivery, or all that failed since a day; under the same ids, so that the other system can tell.',
  tag, access, permission: 'connection.change', params: WebhookParams, body: WebhookReplay, success: { 200: WebhookReplayed }, problems: ['not-found', 'state-conflict'],
});
