import { useEffect, useSyncExternalStore } from 'react';
import { knownMe, useMe } from '../me.ts';
import { followDesk } from './follow-desk.ts';
import { applyLive, catchUpAnswers, forgetLive } from './keep-current.ts';
import type { Standing } from './keep-connected.ts';
import type { LiveEvent } from './live-event.ts';

let standing: Standing = { state: 'connecting' };
const watchers = new Set<() => void>();
const hearers = new Set<(event: LiveEvent) => void>();

/** While the component is shown, the answers in the cache follow what happens at the desk (`keepCurrent`). */
export function useFollowDesk(): void {
  const { id } = useMe();
  useEffect(() => follow(id), [id]);
}

/** How fresh the page is. */
export function useStanding(): Standing {
  return useSyncExternalStore(onStanding, () => standing);
}

/** What happens, after the cache has been brought up to date. Answers how to stop. */
export function onLiveEvent(hear: (event: LiveEvent) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function follow(name: string): () => void {
  // The stream must not begin later than what the page shows; who is signed in is known before any page asks.
  const stop = followDesk({ name, start: knownMe()?.live_from ?? null, onEvent: take, onStanding: stand });
  const stopCatchingUp = catchUpAnswers();
  return () => {
    stopCatchingUp();
    stop();
    forgetLive();
    stand({ state: 'connecting' });
  };
}

function take(event: LiveEvent): void {
  applyLive(event);
  for (const hear of hearers) hear(event);
}

function stand(next: Standing): void {
  standing = next;
  for (const watch of watchers) watch();
}

function onStanding(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}
