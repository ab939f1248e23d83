import type { Question } from '@sportello/contract';
import type { BookingChoice } from '../paths.ts';
import { device } from '../storage.ts';
import { type Draft, draftIn, type Typed } from './draft.ts';
import { heldFor } from './held-time.ts';
import { answerField } from './mistakes.ts';

const name = 'saved-booking';
const keptMilliseconds = 7 * 24 * 60 * 60_000;

/** A request that its author asked to keep on the device. */
export interface SavedRequest {
  readonly draft: Draft;
  readonly choice: BookingChoice;
  /** Epoch milliseconds. */
  readonly keptUntil: number;
}

/** `now`: epoch milliseconds. Never the tax codes: a lost phone should not give them away. */
export function saveRequest(draft: Draft, choice: BookingChoice, questions: readonly Question[], now: number): SavedRequest {
  const saved = { draft: { ...draft, typed: withoutTaxCodes(draft.typed, questions), refused: {}, sending: null, holdAttempt: null }, choice, keptUntil: now + keptMilliseconds };
  device.write(name, JSON.stringify(saved));
  return saved;
}

/** What was saved and may still be used; the held time only while it lasts. `skew` as the query of it says. */
export function savedRequest(now: number, skew: number): SavedRequest | null {
  const text = device.read(name);
  if (text === null) return null;
  const saved = savedIn(text);
  if (!saved || saved.keptUntil <= now) {
    forgetSavedRequest();
    return null;
  }
  const { hold } = saved.draft;
  return hold && !heldFor(hold, now + skew).isLive ? { ...saved, draft: { ...saved.draft, hold: null } } : saved;
}

export function forgetSavedRequest(): void {
  device.forget(name);
}

function withoutTaxCodes(typed: Typed, questions: readonly Question[]): Typed {
  const asked = new Set(questions.filter(({ kind }) => kind === 'tax_code').map(answerField));
  return Object.fromEntries(Object.entries(typed).filter(([field]) => !field.endsWith('/tax_code') && !asked.has(field)));
}

function savedIn(text: string): SavedRequest | null {
  try {
    const { draft, choice, keptUntil } = JSON.parse(text) as Record<string, unknown>;
    if (typeof choice !== 'object' || choice === null || typeof keptUntil !== 'number') return null;
    return { draft: draftIn(JSON.stringify(draft)), choice, keptUntil };
  } catch {
    return null;
  }
}
