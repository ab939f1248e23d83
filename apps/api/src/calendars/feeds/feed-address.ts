import { apiBase } from '@sportello/contract';

/** Where feeds lie, below the API. The last segment is a secret: the only one that stands in a path. */
export const feedFolder = '/calendar-feeds';

const feedName = /^([\w-]{32})\.ics$/;

/** The address of a feed, as https and as webcal, which calendar programs open themselves. */
export function feedAddresses(publicUrl: string, secret: string): { address: string; webcal: string } {
  const address = `${publicUrl}${apiBase}${feedFolder}/${secret}.ics`;
  return { address, webcal: address.replace(/^https?:/, 'webcal:') };
}

/** The secret in the last segment of such an address; null where it cannot be one. */
export function secretIn(name: string): string | null {
  return feedName.exec(name)?.[1] ?? null;
}
