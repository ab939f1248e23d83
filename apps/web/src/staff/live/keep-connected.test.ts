import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepConnected, type Standing } from './keep-connected.ts';
import type { LiveEvent } from './live-event.ts';

/** What the desk answers, in its order: the text of a stream, or the status and the problem of a refusal. */
type Answer = string | { readonly status: number; readonly problem: string };

let asked: (string | null)[] = [];
let told: LiveEvent[] = [];
let stood: string[] = [];
let lastId: string | null = null;

function answering(...answers: readonly Answer[]): void {
  const left = [...answers];
  vi.stubGlobal('fetch', (_: string, init?: { readonly headers?: Readonly<Record<string, string>> }) => {
    const answer = left.shift();
    if (init?.headers?.accept === 'text/event-stream') asked.push(init.headers['last-event-id'] ?? null);
    if (answer === undefined) return Promise.reject(new TypeError('no network'));
    if (typeof answer === 'string') return Promise.resolve(new Response(answer, { headers: { 'content-type': 'text/event-stream' } }));
    const body = JSON.stringify({ type: `https://example.org/problems/${answer.problem}`, status: answer.status });
    return Promise.resolve(answer.status === 204 ? new Response(null, { status: 204 }) : new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } }));
  });
}

async function followUntilOver(): Promise<void> {
  const stop = new AbortController();
  const following = keepConnected({
    signal: stop.signal,
    lastId: () => lastId,
    onEvent: (event) => told.push(event),
    onId: (id) => (lastId = id),
    onStanding: (standing: Standing) => stood.push(standing.state),
  });
  await vi.runAllTimersAsync();
  stop.abort();
  await following;
}

const over = 'event: over\ndata: {}\n\n';

beforeEach(() => {
  [asked, told, stood, lastId] = [[], [], [], null];
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { onLine: true, languages: ['it'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('what the stream tells is passed on, and the session that is over ends it', async () => {
  answering(`id: 7\nevent: gone\ndata: {"id":"a1"}\n\n: still here\n\nevent: unheard-of\ndata: {}\n\n${over}`);
  await followUntilOver();
  expect(told).toEqual([{ name: 'gone', data: { id: 'a1' } }]);
  expect(stood).toEqual(['live', 'over']);
});

it('a stream that breaks off is opened again from where it was, be it by a sign of life', async () => {
  answering('id: 7\nevent: gone\ndata: {"id":"a1"}\n\n', 'id: 9\n\n', over);
  await followUntilOver();
  expect(asked).toEqual([null, '7', '9']);
  expect(stood).toEqual(['live', 'lost', 'live', 'lost', 'live', 'over']);
});

it('a token that is only old is renewed unseen', async () => {
  answering({ status: 401, problem: 'session-stale' }, { status: 204, problem: '' }, over);
  await followUntilOver();
  expect(stood).toEqual(['live', 'over']);
});

it('a session that cannot be renewed is over', async () => {
  answering({ status: 401, problem: 'session-over' });
  await followUntilOver();
  expect(stood).toEqual(['over']);
});
