import type { DeskHold } from '@sportello/contract';

/** A booking for somebody as far as it has come. It lives in the tab of who types it, until it is sent or they sign out. */
export interface DeskDraft {
  /** Who types it, and how the page was opened: another beginning is another draft. */
  readonly staffId: string;
  readonly origin: string;
  readonly wish: TimeWish | null;
  readonly hold: DeskHold | null;
  readonly person: Somebody | null;
  /** What was typed, by field: the JSON pointer of the API without its first slash; an answer is `answers/<question id>`. */
  readonly typed: Typed;
}

export type Typed = Readonly<Record<string, string>>;

/** A time that was chosen and held; the hold may have ended since. */
export interface TimeWish {
  readonly starts_at: string;
  readonly place_id: string | null;
  /** Whose time, where it matters. */
  readonly calendar_id: string | null;
  readonly outside_hours: boolean;
  /** Typed, not chosen from the list. */
  readonly by_hand: boolean;
  /** The choice that it belongs to, as `wishKey` names it. */
  readonly key: string;
}

/** For whom it is: somebody known, contacts masked as they were found, or somebody whose data are typed. */
export type Somebody = { readonly kind: 'known'; readonly id: string; readonly name: string; readonly email: string | null; readonly phone: string | null } | { readonly kind: 'new' };

export function newDraft(staffId: string, origin: string): DeskDraft {
  return { staffId, origin, wish: null, hold: null, person: null, typed: {} };
}

/** Whether there is something in it that would be a pity to lose. */
export function isBegun({ person, typed, wish }: DeskDraft): boolean {
  return person !== null || wish !== null || Object.values(typed).some((text) => text.trim() !== '');
}

/** The draft that a text holds; null where it is not one, or that of somebody else who used this tab. */
export function draftIn(text: string | null, staffId: string): DeskDraft | null {
  const kept = parsed(text);
  return isDraft(kept) && kept.staffId === staffId ? kept : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Written by this version of the site into this tab: its outline is enough to tell. */
function isDraft(kept: unknown): kept is DeskDraft {
  if (typeof kept !== 'object' || kept === null) return false;
  const { staffId, origin, wish, hold, person, typed } = kept as Partial<Record<keyof DeskDraft, unknown>>;
  return typeof staffId === 'string' && typeof origin === 'string' && [wish, hold, person].every((part) => typeof part === 'object') && typeof typed === 'object' && typed !== null;
}
