import type { BrowserKind } from './browser.ts';

/**
 * Why a camera or a microphone cannot be used. `denied`: the person, or an earlier choice, said no; `dismissed`: the
 * question was closed without an answer; `system`: the computer or the phone does not let the browser.
 */
export const failures = ['denied', 'dismissed', 'system', 'none', 'busy', 'insecure', 'old', 'in-app', 'unknown'] as const;
export type Failure = (typeof failures)[number];

export interface Surroundings {
  /** The page came over a connection on which browsers give cameras at all. */
  readonly isSecure: boolean;
  /** The browser knows getUserMedia. */
  readonly knowsMedia: boolean;
  /** What the browser says of the permission, where it says it. */
  readonly permission: PermissionState | null;
  readonly browser: BrowserKind;
}

/** Before anything is asked; null: it can be asked. */
export function obstacleIn({ isSecure, knowsMedia, browser }: Pick<Surroundings, 'isSecure' | 'knowsMedia' | 'browser'>): Failure | null {
  if (!isSecure) return 'insecure';
  if (knowsMedia) return null;
  return browser.name === 'in-app' ? 'in-app' : 'old';
}

/** What a refusal of getUserMedia means; browsers say the same in several ways. */
export function failureOf(error: unknown, { permission, browser }: Pick<Surroundings, 'permission' | 'browser'>): Failure {
  const { name = '', message = '' } = (error ?? {}) as Partial<Error>;
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      if (browser.name === 'in-app') return 'in-app';
      if (/system/i.test(message)) return 'system';
      return /dismiss/i.test(message) || permission === 'prompt' ? 'dismissed' : 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}
