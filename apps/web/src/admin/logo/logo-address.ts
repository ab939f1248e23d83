import { apiBase, showLogo } from '@sportello/contract';

/** Where a picture is, by its id. */
export function logoAddress(id: string): string {
  return apiBase + showLogo.url.replace(':logo_id', encodeURIComponent(id));
}
