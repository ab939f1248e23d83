import { newId } from '../database/id.ts';
import { type PersonKey, type RoomPass, tokenMilliseconds } from './room-token.ts';

/** A pass of somebody for a room, from now on. */
export function makePass({ roomId, person, sessionId }: { readonly roomId: string; readonly person: PersonKey; readonly sessionId: string | null }, now: number): RoomPass {
  return { id: newId(), roomId, person, sessionId, expiresAt: now + tokenMilliseconds };
}
