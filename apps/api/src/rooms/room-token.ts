import { createHmac, timingSafeEqual } from 'node:crypto';

/** So long a token of a room is good, in milliseconds; whoever is connected gets a new one before. */
export const tokenMilliseconds = 10 * 60_000;

/** Who somebody is in a room, whatever they come with. */
export type PersonKey = 'citizen' | `staff:${string}` | `guest:${string}`;

/** What a token of a room says: whose it is, for which room, until when (epoch milliseconds). */
export interface RoomPass {
  /** Of the token: it opens one connection, once. */
  readonly id: string;
  readonly roomId: string;
  readonly person: PersonKey;
  /** Of somebody of the staff: the session by which they came. When it ends, the token does. */
  readonly sessionId: string | null;
  readonly expiresAt: number;
}

const personKey = /^(citizen|staff:[0-9a-f-]{36}|guest:[0-9a-f-]{36})$/;
const mostCharacters = 1000;

/**
 * Tokens of rooms: what they say, and HMAC-SHA256 over it. Nobody keeps them; the same pass makes the same token.
 * `key`: of its own, derived from the installation's.
 */
export function roomTokens(key: Buffer) {
  const proofOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  return {
    write({ id, roomId, person, sessionId, expiresAt }: RoomPass): string {
      const text = Buffer.from(JSON.stringify([id, roomId, person, sessionId, expiresAt])).toString('base64url');
      return `${text}.${proofOf(text)}`;
    },
    /** What a token says, if it is one of ours and still good; null for any other. */
    read(token: string, now: number): RoomPass | null {
      const [text = '', proof = '', ...rest] = token.length <= mostCharacters ? token.split('.') : [];
      const [expected, given] = [Buffer.from(proofOf(text)), Buffer.from(proof)];
      if (rest.length > 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      // Only what `write` made has the right proof.
      const [id, roomId, person, sessionId, expiresAt] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, PersonKey, string | null, number];
      return now < expiresAt ? { id, roomId, person, sessionId, expiresAt } : null;
    },
  };
}

export type RoomTokens = ReturnType<typeof roomTokens>;

/** The id of a member of the staff, or of a guest, in the key of a person; null: somebody else. */
export function idInKey(key: string, kind: 'staff' | 'guest'): string | null {
  return personKey.test(key) && key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : null;
}
