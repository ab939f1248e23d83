import type { ApiKeyMade, Webhook, WebhookDelivery, WebhookMade } from '@sportello/contract';
import type { Database } from '../src/database/database.ts';
import { directoryStore } from '../src/directory/store.ts';
import { type SendSettings, webhookSender } from '../src/systems/webhooks/send.ts';
import { startWebhooks, type WebhookJob } from '../src/systems/webhooks/webhook-job.ts';
import { type Desk, testSealing } from './app.ts';
import { got } from './citizen.ts';
import { askAs } from './staff-app.ts';

/** What one process has for telling other systems; several stand for several processes on one database. */
export function tellingProcess({ clock }: Desk, database: Database, { privateHosts = ['localhost'], timeoutMs = 1_500, ...settings }: Partial<SendSettings> = {}): WebhookJob & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const log = { warn: (about: object, message: string) => void lines.push(JSON.stringify(about) + message) };
  const send = webhookSender({ clock, privateHosts, timeoutMs, userAgent: 'SportelloVirtuale/test', ...settings });
  const job = startWebhooks({ database, clock, directory: directoryStore(database, clock), sealing: testSealing, send, random: () => 0.5, log }, { pollMs: null });
  return { ...job, lines };
}

export async function addWebhook(desk: Desk, cookie: string, body: object): Promise<WebhookMade> {
  const request = { name: 'Protocollo', kinds: ['appointment.requested', 'appointment.booked', 'appointment.moved', 'appointment.cancelled'], ...body };
  return got<WebhookMade>(await askAs(desk, cookie, 'POST', '/staff/webhooks', request), 201);
}

export async function showWebhook(desk: Desk, cookie: string, id: string): Promise<Webhook> {
  return got<Webhook>(await askAs(desk, cookie, 'GET', `/staff/webhooks/${id}`), 200);
}

/** What the log of deliveries shows, the newest first. */
export async function deliveriesOf(desk: Desk, cookie: string, id: string, query = ''): Promise<WebhookDelivery[]> {
  return got<{ items: WebhookDelivery[] }>(await askAs(desk, cookie, 'GET', `/staff/webhooks/${id}/deliveries${query}`), 200).items;
}

export async function addKey(desk: Desk, cookie: string, body: object = {}): Promise<ApiKeyMade> {
  const request = { name: 'Protocollo', scopes: ['appointments:read'], expires_on: '2027-06-30', ...body };
  return got<ApiKeyMade>(await askAs(desk, cookie, 'POST', '/staff/api-keys', request), 201);
}

/** Another system asks with a key. */
export function askWith({ app }: Pick<Desk, 'app'>, key: string | null, url: string, headers: Readonly<Record<string, string>> = {}) {
  return app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers } });
}

/** Nothing of other systems is left, nor what was written to administrators; what happened stays in the log for good. */
export async function forgetSystems({ database }: Desk): Promise<void> {
  const { apiKeys, webhooks, webhookDeliveries } = database.tables;
  await database.write(async (tx) => {
    for (const table of [apiKeys, webhooks, webhookDeliveries]) await tx.delete(table);
  });
}
