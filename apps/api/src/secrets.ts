import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a token opens. */
export type TokenPurpose = 'hold' | 'manage' | 'staff' | 'invitation' | 'guest';

/** Whose token it is; raising the link generation ends the tokens made before. */
export interface TokenOwner {
  readonly id: string;
  readonly linkGeneration: number;
}

/**
 * Everything that is made from the installation key: tokens that open a hold or an appointment, digests by which things
 * are found again without being kept. A stolen database opens nothing without the key.
 */
export interface Secrets {
  /** base64url of the owner's id and HMAC-SHA256(key, purpose + id + generation): never stored, derived again to check. */
  token(purpose: TokenPurpose, owner: TokenOwner): string;
  /** Whether this is the owner's token, in constant time. Without an owner it does the same work and says no. */
  isToken(token: string, purpose: TokenPurpose, owner: TokenOwner | null): boolean;
  /** The id that a token speaks of, whether or not it is a right one; null when it is no token at all. */
  ownerIdOf(token: string): string | null;
  /** A keyed digest, base64url; the purpose keeps digests of one text for two uses apart. */
  digest(purpose: string, text: string): string;
  /** A key of its own for a library. */
  derivedKey(purpose: string): Buffer;
}

const idBytes = 16;
const tokenBytes = idBytes + 32;
const nobody: TokenOwner = { id: '00000000-0000-7000-8000-000000000000', linkGeneration: 0 };

/** `key`: at least 32 bytes that nobody else knows. */
export function makeSecrets(key: Buffer): Secrets {
  const derivedKey = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  // As key objects: a buffer would be made into one at every call, at six times the cost.
  const tokenKey = createSecretKey(key);
  const digestKey = createSecretKey(derivedKey('digest'));

  function tokenOf(purpose: TokenPurpose, { id, linkGeneration }: TokenOwner): Buffer {
    const proof = createHmac('sha256', tokenKey).update(`${purpose} ${id} ${linkGeneration}`).digest();
    return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), proof]);
  }

  return {
    derivedKey,
    token: (purpose, owner) => tokenOf(purpose, owner).toString('base64url'),
    isToken(token, purpose, owner) {
      // As texts: base64 is read generously, and what only decodes to a token is none.
      const expected = Buffer.from(tokenOf(purpose, owner ?? nobody).toString('base64url'));
      const given = Buffer.from(token);
      const isSame = given.length === expected.length && timingSafeEqual(given, expected);
      return isSame && owner !== null;
    },
    ownerIdOf(token) {
      const bytes = Buffer.from(token, 'base64url');
      return bytes.length === tokenBytes && bytes.toString('base64url') === token ? uuidOf(bytes.subarray(0, idBytes)) : null;
    },
    digest: (purpose, text) => createHmac('sha256', digestKey).update(`${purpose}\0${text}`).digest('base64url'),
  };
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
