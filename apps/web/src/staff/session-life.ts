import { now } from '../clock.ts';

/**
 * When the session will be over unless something is done, on the clock of this device: learnt from the account, and moved
 * on by every call that counts as activity.
 */
interface Life {
  readonly idleMilliseconds: number;
  readonly idleEndsAt: number;
  readonly endsAt: number;
}

let life: Life | null = null;
const listeners = new Set<() => void>();

/** `skew`: how far the clock of the desk is ahead of this device's. */
export function learnLife({ idle_until, expires_at }: { readonly idle_until: string; readonly expires_at: string }, skew: number): void {
  const [idleEndsAt, endsAt] = [Date.parse(idle_until) - skew, Date.parse(expires_at) - skew];
  life = { idleMilliseconds: idleEndsAt - now(), idleEndsAt, endsAt };
  tell();
}

export function noteUse(): void {
  if (!life) return;
  life = { ...life, idleEndsAt: Math.min(now() + life.idleMilliseconds, life.endsAt) };
  tell();
}

export function forgetLife(): void {
  life = null;
  tell();
}

/** Epoch milliseconds on this device; null while nobody is signed in. */
export function idleEnd(): number | null {
  return life?.idleEndsAt ?? null;
}

export function onLife(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
