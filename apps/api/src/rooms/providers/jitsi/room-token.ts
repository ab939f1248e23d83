import { importPKCS8, SignJWT } from 'jose';
import { createSecretKey } from 'node:crypto';

export interface JitsiSigning {
  readonly algorithm: 'HS256' | 'RS256';
  readonly keyId: string | null;
  /** The shared secret, or the private key (PKCS #8, PEM). */
  readonly secret: string;
}

/** Signs the claims of one person for one room. Throws where the key is none of this algorithm. */
export async function signRoomToken(claims: Readonly<Record<string, unknown>>, { algorithm, keyId, secret }: JitsiSigning): Promise<string> {
  const key = algorithm === 'HS256' ? createSecretKey(Buffer.from(secret)) : await importPKCS8(secret, algorithm);
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId !== null && { kid: keyId }) }).sign(key);
}
