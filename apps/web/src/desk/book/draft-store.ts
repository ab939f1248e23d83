import { useSyncExternalStore } from 'react';
import { draftShelf } from '../../staff/unsent.ts';
import { type DeskDraft, draftIn, newDraft, type Typed } from './draft.ts';

const name = 'booking';
const shelf = draftShelf(name);
const listeners = new Set<() => void>();
let draft: DeskDraft | null = null;

/** The draft of this tab that fits the page, if there is one. */
export function keptDraft(staffId: string, origin: string): DeskDraft | null {
  if (draft?.staffId !== staffId) draft = draftIn(shelf.read(), staffId);
  return draft?.origin === origin ? draft : null;
}

/** Begins anew, with what the page knows already. */
export function beginDraft(staffId: string, origin: string, known: Partial<DeskDraft> = {}): void {
  keep({ ...newDraft(staffId, origin), ...known });
}

export function currentDraft(): DeskDraft | null {
  return draft;
}

export function changeDraft(change: Partial<DeskDraft>): void {
  if (draft) keep({ ...draft, ...change });
}

export function typeFields(typed: Typed): void {
  if (draft) keep({ ...draft, typed: { ...draft.typed, ...typed } });
}

export function forgetDraft(): void {
  draft = null;
  shelf.forget();
  tell();
}

export function useKeptDraft(staffId: string, origin: string): DeskDraft | null {
  return useSyncExternalStore(listen, () => keptDraft(staffId, origin));
}

function keep(next: DeskDraft): void {
  draft = next;
  shelf.write(JSON.stringify(next));
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
