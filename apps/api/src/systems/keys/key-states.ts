import { type ApiKeyState, mayVouchFor, type KeyScope } from '@sportello/contract';
import type { Tables } from '../../database/schema.ts';

export type KeyRow = Readonly<Tables['apiKeys']['$inferSelect']>;
export type KeyMaker = Pick<Tables['staff']['$inferSelect'], 'state' | 'role'>;

/** So long before its end administrators are told. */
export const warnedBeforeMilliseconds = 14 * 24 * 3_600_000;

/** What a key opens now: nothing once it ended, nor when whoever made it does not administer the desk any more. */
export function stateOfKey({ revokedAt, expiresAt, scopes }: KeyRow, maker: KeyMaker | null, now: number): ApiKeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  if (!maker || maker.state !== 'active' || !scopes.some((scope) => mayVouchFor(maker.role, scope))) return 'orphaned';
  return expiresAt - warnedBeforeMilliseconds <= now ? 'expiring' : 'good';
}

/** The scopes that count: each only while the maker's role has what it stands on. */
export function scopesInForce({ scopes }: KeyRow, { role }: KeyMaker): readonly KeyScope[] {
  return scopes.filter((scope) => mayVouchFor(role, scope));
}
