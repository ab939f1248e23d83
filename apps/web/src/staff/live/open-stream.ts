import { apiBase, ApiProblem, followLive } from '@sportello/contract';
import { currentLanguage } from '../../session/language-choice.ts';
import { renewingOnce } from '../staff-call.ts';

/**
 * The body of the stream, from after `lastId` on. It is read with fetch, because EventSource would not say why it is
 * refused, and a token that is only old is renewed as for any call. Throws ApiProblem (status 0: nobody answered).
 */
export function openStream(lastId: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  return renewingOnce(async () => {
    const response = await ask(lastId, signal);
    if (response.ok && response.body) return response.body;
    throw new ApiProblem(response.status, (await response.json().catch(() => null)) as ApiProblem['problem'], null);
  });
}

async function ask(lastId: string | null, signal: AbortSignal): Promise<Response> {
  const headers = { accept: 'text/event-stream', 'accept-language': currentLanguage(), ...(lastId && { 'last-event-id': lastId }) };
  try {
    return await fetch(apiBase + followLive.url, { headers, credentials: 'same-origin', cache: 'no-store', signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiProblem(0, null, null);
  }
}
