import type { CallOutput, Delay, DeskAppointmentItem, Route } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { staffKey } from '../staff-call.ts';
import { chance } from '../../chance.ts';
import type { LiveEvent } from './live-event.ts';

/**
 * How an answer in the cache follows an event: the answer as it is now, the same one where the event changes nothing, or
 * `stale` where it must be read again. Pure, and the same event twice is as good as once.
 */
export type Follow<Answer> = (answer: Answer, event: LiveEvent) => Answer | 'stale';

interface Followed {
  readonly url: string;
  readonly follow: Follow<unknown>;
}

const followed: Followed[] = [];

/** How long changes are gathered before answers are read again; a part of it is chance, so that not all desks ask at once. */
const gatherMilliseconds = 250;
const chanceMilliseconds = 750;
/** What came while an answer was on its way is applied to it too. */
const rememberedEvents = 200;

let recent: readonly LiveEvent[] = [];

/** From now on the answers of this endpoint of the staff follow what happens. Said once, by the module that owns its questions. */
export function keepCurrent<R extends Route>({ url }: R, follow: Follow<CallOutput<R>>): void {
  // Only answers of this endpoint are handed to it.
  followed.push({ url, follow: follow as Follow<unknown> });
}

/** What was just done here is shown at once; the stream will say it too. */
export function showNow(item: DeskAppointmentItem): void {
  patch({ name: 'appointment', data: item });
}

export function showDelayNow(delay: Delay): void {
  patch({ name: 'delay', data: delay });
}

/** Brings the cache up to date with what the stream tells. */
export function applyLive(event: LiveEvent): void {
  if (event.name === 'reload') {
    recent = [];
    for (const { url } of followed) readAgainSoon([staffKey, url]);
    return;
  }
  recent = [...recent.slice(1 - rememberedEvents), event];
  patch(event);
}

function patch(event: LiveEvent): void {
  for (const { url, follow } of followed) {
    for (const [key, answer] of queryClient.getQueriesData({ queryKey: [staffKey, url] })) {
      if (answer !== undefined) put(key, answer, follow(answer, event));
    }
  }
}

/** Whenever an answer of a followed endpoint comes, it is brought up to date with what came meanwhile. Answers how to stop. */
export function catchUpAnswers(): () => void {
  return onAnswer((answer, key, follow) => {
    const next = recent.reduce<unknown>((before, event) => {
      const after = follow(before, event);
      return after === 'stale' ? before : after;
    }, answer);
    // In the next turn: the cache is in the middle of telling.
    if (next !== answer) queueMicrotask(() => queryClient.setQueryData(key, next));
  });
}

/** When nothing is followed any more, what is in the cache grows old: it is read again before it is trusted. */
export function forgetLive(): void {
  recent = [];
  for (const { url } of followed) void queryClient.invalidateQueries({ queryKey: [staffKey, url], refetchType: 'none' });
}

function followOf(key: readonly unknown[]): Follow<unknown> | undefined {
  return key[0] === staffKey ? followed.find(({ url }) => url === key[1])?.follow : undefined;
}

function onAnswer(hear: (answer: unknown, key: readonly unknown[], follow: Follow<unknown>) => void): () => void {
  return queryClient.getQueryCache().subscribe((told) => {
    if (told.type !== 'updated' || told.action.type !== 'success' || told.action.manual) return;
    const { queryKey, state } = told.query;
    const follow = followOf(queryKey);
    if (follow) hear(state.data, queryKey, follow);
  });
}

function put(key: readonly unknown[], answer: unknown, next: unknown): void {
  if (next === 'stale') readAgainSoon(key);
  else if (next !== answer) queryClient.setQueryData(key, next);
}

let waiting: Map<string, readonly unknown[]> | null = null;

function readAgainSoon(key: readonly unknown[]): void {
  waiting ??= later();
  waiting.set(JSON.stringify(key), key);
}

function later(): Map<string, readonly unknown[]> {
  const keys = new Map<string, readonly unknown[]>();
  setTimeout(() => {
    waiting = null;
    for (const queryKey of keys.values()) void queryClient.invalidateQueries({ queryKey });
  }, gatherMilliseconds + chance() * chanceMilliseconds);
  return keys;
}
