import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a page asks an authenticator with, as far as this one reads it. */
interface CreationOptions {
  readonly challenge: string;
  readonly user: { readonly id: string };
}
interface RequestOptions {
  readonly challenge: string;
}

/** How this authenticator may be at fault, or another site. */
interface Faults {
  readonly origin?: string;
  readonly rpId?: string;
  /** Whether finger, face or PIN were shown. */
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly challenge?: string;
  readonly userHandle?: string | null;
  readonly type?: string;
  readonly signedBy?: KeyObject;
}

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

/**
 * A security key made of software, with one passkey on P-256 (ES256): it attests nothing (format `none`), signs what
 * WebAuthn Level 3 says, and does wrong only what a test asks for.
 */
export function makeAuthenticator({ origin: ownOrigin = 'http://localhost:3000', rpId: ownRpId = 'localhost' } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let counter = 0;
  let owner: string | null = null;

  function clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function authenticatorData({ rpId = ownRpId, isVerified = true, counter: counted }: Faults, flags: number, rest: Buffer = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counted ?? 0);
    return Buffer.concat([sha256(rpId), Buffer.from([userPresent | (isVerified ? userVerified : 0) | flags]), count, rest]);
  }

  return {
    id,
    /** What `navigator.credentials.create()` answers, as JSON. */
    create({ challenge, user }: CreationOptions, faults: Faults = {}) {
      owner = user.id;
      const idLength = Buffer.alloc(2);
      idLength.writeUInt16BE(credentialId.length);
      const key = Buffer.concat([Buffer.alloc(16), idLength, credentialId, coseKey(publicKey)]);
      const data = authenticatorData({ counter, ...faults }, attested, key);
      const attestationObject = cborMap([['fmt', cborText('none')], ['attStmt', cborMap([])], ['authData', cborBytes(data)]]);
      const clientDataJSON = clientData(faults.type ?? 'webauthn.create', faults.challenge ?? challenge, faults.origin ?? ownOrigin).toString('base64url');
      const response = { clientDataJSON, attestationObject: attestationObject.toString('base64url'), transports: ['internal'] };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
    /** What `navigator.credentials.get()` answers, as JSON; each time it counts one further. */
    get({ challenge }: RequestOptions, faults: Faults = {}) {
      counter = faults.counter ?? counter + 1;
      const data = authenticatorData({ ...faults, counter }, 0);
      const said = clientData(faults.type ?? 'webauthn.get', faults.challenge ?? challenge, faults.origin ?? ownOrigin);
      const signature = sign('sha256', Buffer.concat([data, sha256(said)]), faults.signedBy ?? privateKey);
      const userHandle = faults.userHandle === undefined ? owner : faults.userHandle;
      const response = { clientDataJSON: said.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url'), ...(userHandle !== null && { userHandle }) };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
  };
}

export type Authenticator = ReturnType<typeof makeAuthenticator>;

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/** A public key on P-256 as RFC 9053 writes it: kty EC2, alg ES256, crv P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (text: string) => cborBytes(Buffer.from(text, 'base64url'));
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), coordinate(x), Buffer.from([0x22]), coordinate(y)]);
}

// As much of CBOR (RFC 8949) as an attestation needs: maps and texts below 24, byte strings below 65,536.

function cborBytes(content: Buffer): Buffer {
  const { length } = content;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

function cborText(text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x60 + content.length]), content]);
}

function cborMap(entries: readonly (readonly [name: string, value: Buffer])[]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flatMap(([name, value]) => [cborText(name), value])]);
}
