import { apiBase, showTextPage, showUnion } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { currentLanguage } from '../../session/language-choice.ts';

/**
 * The privacy notice was replaced while somebody typed. Browsers keep answers of the directory for a minute: which notice
 * is in force, and its text, are fetched past what they keep, so that the new one is shown at once.
 */
export async function fetchNewNotice(): Promise<void> {
  const headers = { 'accept-language': currentLanguage() };
  const urls = [showUnion.url, showTextPage.url.replace(':name', 'privacy')];
  await Promise.allSettled(urls.map((url) => fetch(apiBase + url, { cache: 'reload', credentials: 'omit', headers })));
  await queryClient.refetchQueries({ queryKey: [showUnion.url] });
}
