import type { Hold } from '@sportello/contract';

/** A request as far as it has come. It lives in the tab; what was chosen from lists stands in the address as well. */
export interface Draft {
  /** Version of the privacy notice that was read. */
  readonly notice: string | null;
  /** The service and channel whose conditions were accepted, as `conditionsKey` names them. */
  readonly conditions: string | null;
  /** The time picked, held or not yet. */
  readonly start: string | null;
  /** The choice that the time was picked for, as `bookableKey` names it. */
  readonly startFor: string | null;
  readonly hold: KeptHold | null;
  /** One key per wish for a time: asked again after a lost answer, it is the same hold. */
  readonly holdAttempt: Attempt | null;
  /** What was typed, by field: the JSON pointer of the API without its first slash; an answer is `answers/<question id>`. */
  readonly typed: Typed;
  /** What the API would not take, by field. */
  readonly refused: Typed;
  /** The sending that has no answer yet: sent again it is the same appointment. */
  readonly sending: Attempt | null;
}

/** A held time, with what it was asked for and does not say itself. */
export interface KeptHold extends Hold {
  readonly operator_id?: string | null;
  readonly invitation_id?: string | null;
}

export type Typed = Readonly<Record<string, string>>;

export interface Attempt {
  readonly key: string;
  /** What is asked, as text. */
  readonly body: string;
}

export const emptyDraft: Draft = { notice: null, conditions: null, start: null, startFor: null, hold: null, holdAttempt: null, typed: {}, refused: {}, sending: null };

export function conditionsKey(service: { readonly id: string }, way: { readonly channel: string }): string {
  return `${service.id} ${way.channel}`;
}

/** The draft that a text holds. Written by an older version of the site or by nobody: what does not fit begins empty. */
export function draftIn(text: string | null): Draft {
  const kept = parsed(text);
  return {
    notice: lineOf(kept.notice),
    conditions: lineOf(kept.conditions),
    start: lineOf(kept.start),
    startFor: lineOf(kept.startFor),
    hold: isHold(kept.hold) ? kept.hold : null,
    holdAttempt: isAttempt(kept.holdAttempt) ? kept.holdAttempt : null,
    typed: textsOf(kept.typed),
    refused: textsOf(kept.refused),
    sending: isAttempt(kept.sending) ? kept.sending : null,
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function lineOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: unknown): Typed {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}

function hasTexts<Name extends string>(value: unknown, names: readonly Name[]): value is Record<Name, string> {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Partial<Record<string, unknown>>)[name] === 'string');
}

function isAttempt(value: unknown): value is Attempt {
  return hasTexts(value, ['key', 'body']);
}

function isHold(value: unknown): value is KeptHold {
  return hasTexts(value, ['id', 'token', 'service_id', 'channel', 'municipality_id', 'starts_at', 'ends_at', 'expires_at']);
}
