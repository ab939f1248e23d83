import { useSyncExternalStore } from 'react';
import { tab } from '../storage.ts';
import { type Draft, draftIn, emptyDraft } from './draft.ts';

const name = 'booking';
const listeners = new Set<() => void>();
let draft: Draft | undefined;

/** The draft of this tab: kept where the browser keeps things, else in memory until the page is left. */
export function currentDraft(): Draft {
  draft ??= draftIn(tab.read(name));
  return draft;
}

export function changeDraft(change: Partial<Draft>): void {
  keep({ ...currentDraft(), ...change });
}

/** One field that was typed: what the server said of its former text no longer counts. */
export function typeField(field: string, text: string): void {
  const { typed, refused } = currentDraft();
  const others = Object.entries(refused).filter(([name]) => name !== field);
  changeDraft({ typed: { ...typed, [field]: text }, refused: Object.fromEntries(others) });
}

export function emptyTheDraft(): void {
  keep(emptyDraft);
}

export function useDraft(): Draft {
  return useSyncExternalStore(listen, currentDraft);
}

function keep(next: Draft): void {
  draft = next;
  tab.write(name, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
