import { ApiProblem, apiBase, type Problem, type Route } from '@sportello/contract';
import { currentLanguage } from '../session/language-choice.ts';
import type { Upload } from './papers-port.ts';

/** Of a citizen or a guest; whoever is of the staff comes with the cookie of their session. */
export type Opened = { readonly by: 'token'; readonly token: string } | { readonly by: 'session' };

function addressOf(route: Route, params: Readonly<Record<string, string>>): string {
  return apiBase + route.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function headersOf(opened: Opened): Record<string, string> {
  return { 'accept-language': currentLanguage(), ...(opened.by === 'token' && { authorization: `Bearer ${opened.token}` }) };
}

interface Sending {
  readonly params: Readonly<Record<string, string>>;
  readonly opened: Opened;
  readonly file: File;
  readonly questionId?: string;
  readonly upload: Upload;
}

/** Sends a file. By XMLHttpRequest, because fetch does not say how far it has come. Throws ApiProblem, or the AbortError of who cancelled it. */
export function sendFile(route: Route, { params, opened, file, questionId, upload: { key, signal, onProgress } }: Sending): Promise<{ readonly id: string }> {
  const form = new FormData();
  if (questionId !== undefined) form.append('question_id', questionId);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    request.open('POST', addressOf(route, params));
    request.withCredentials = false; // of our own origin the cookie travels anyway, to others it never does
    for (const [name, value] of Object.entries({ ...headersOf(opened), 'idempotency-key': key })) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => lengthComputable && onProgress(loaded / total));
    request.addEventListener('load', () => (request.status === 201 ? resolve(JSON.parse(request.responseText) as { id: string }) : reject(problemIn(request))));
    request.addEventListener('error', () => reject(new ApiProblem(0, null, null)));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', cancel));
    signal.addEventListener('abort', cancel);
    if (signal.aborted) return reject(new DOMException('cancelled', 'AbortError'));
    request.send(form);
  });
}

function problemIn(request: XMLHttpRequest): ApiProblem {
  const seconds = Number(request.getResponseHeader('retry-after') ?? Number.NaN);
  return new ApiProblem(request.status, parsed(request.responseText), Number.isNaN(seconds) ? null : seconds);
}

function parsed(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem; // what answers without a problem of the catalogue is read as broken
  } catch {
    return null;
  }
}

/** A file as the API gives it. Its secret travels in a header, so no plain link could open it. */
export async function fetchFile(route: Route, params: Readonly<Record<string, string>>, opened: Opened): Promise<Blob> {
  const answer = await fetch(addressOf(route, params), { headers: headersOf(opened), credentials: opened.by === 'session' ? 'same-origin' : 'omit' }).catch(() => {
    throw new ApiProblem(0, null, null);
  });
  if (!answer.ok) throw new ApiProblem(answer.status, parsed(await answer.text()), null);
  return answer.blob().catch(() => {
    throw new ApiProblem(0, null, null); // it broke off in the middle
  });
}
