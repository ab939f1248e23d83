import { type DeliveryState, listApiKeys, listWebhookDeliveries, listWebhooks, showWebhook, type Webhook } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { askStaff, readAgain, staffKey } from '../../staff/staff-call.ts';

export const allKeys = askStaff(listApiKeys, {});
export const allWebhooks = askStaff(listWebhooks, {});

export function webhook(id: string) {
  return askStaff(showWebhook, { params: { webhook_id: id } });
}

export function deliveries(id: string, state: DeliveryState | undefined, limit: number) {
  return askStaff(listWebhookDeliveries, { params: { webhook_id: id }, querystring: { limit, ...(state && { state }) } });
}

export function readKeysAgain(): Promise<void> {
  return readAgain(listApiKeys);
}

/** What a change answered, in place of what was read before; the log with it. */
export function keepWebhook(changed: Webhook): void {
  queryClient.setQueriesData<Webhook>({ queryKey: [staffKey, showWebhook.url], predicate: ({ state }) => (state.data as Webhook | undefined)?.id === changed.id }, changed);
  void readAgain(listWebhooks);
}

export async function readWebhooksAgain(): Promise<void> {
  await Promise.all([readAgain(listWebhooks), readAgain(showWebhook), readAgain(listWebhookDeliveries)]);
}
