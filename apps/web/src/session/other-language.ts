import { call, showStatus } from '@sportello/contract';
import { queryClient } from '../api.ts';
import type { Language } from '../messages/language.ts';

/** Whether all that the page shows is there in the other language too, so that nobody needs to be asked. */
export function isKnownIn(next: Language, shown: Language): boolean {
  const cache = queryClient.getQueryCache();
  const active = cache.getAll().filter((query) => query.isActive() && query.queryKey[1] === shown);
  return active.every(({ queryKey: [url, , ...rest] }) => queryClient.getQueryData([url, next, ...rest]) !== undefined);
}

/** Whether the server answers now. */
export function isAnswering(): Promise<boolean> {
  return call(showStatus, {}).then(() => true, () => false);
}
