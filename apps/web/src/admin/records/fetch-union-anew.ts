import { apiBase, showUnion } from '@sportello/contract';
import { currentLanguage } from '../../session/language-choice.ts';

/** Browsers keep what the directory answers for a minute: whoever changed the union shall see it at once. Without an answer they see it a minute later. */
export async function fetchUnionAnew(): Promise<void> {
  await fetch(apiBase + showUnion.url, { cache: 'reload', credentials: 'omit', headers: { 'accept-language': currentLanguage() } }).catch(() => undefined);
}
