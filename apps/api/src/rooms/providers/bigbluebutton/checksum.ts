import { createHash } from 'node:crypto';

export const checksumHashes = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type ChecksumHash = (typeof checksumHashes)[number];

export interface SigningSecret {
  readonly hash: ChecksumHash;
  readonly secret: string;
}

/** The query of a call as it is sent, blanks as `+`; signed is this very text. */
export function queryOf(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}

/** The call with its query and the checksum behind it: hash of the call's name, the query and the secret, in hex. */
export function signedCall(call: string, query: string, { hash, secret }: SigningSecret): string {
  const checksum = createHash(hash).update(call + query + secret).digest('hex');
  return `${call}?${query}${query === '' ? '' : '&'}checksum=${checksum}`;
}
