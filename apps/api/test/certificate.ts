import { createSign, generateKeyPairSync, randomInt, randomUUID } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

interface Wish {
  /** Name of the machine that it is for. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** A certificate that signs itself (X.509 v3, ECDSA), made here so that the tests need no other program. */
export function makeCertificate({ name, until }: Wish): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // A subject of its own: of several with one subject, the wrong one may be taken for the issuer.
  const who = sequence(set(sequence(oid(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from(`${name} ${randomUUID()}`)))));
  const validity = sequence(time(until - 90 * 24 * 3_600_000), time(until));
  const alternative = sequence(oid(0x55, 0x1d, 0x11), tagged(0x04, sequence(tagged(0x82, Buffer.from(name)))));
  const body = sequence(tagged(0xa0, integer(2)), integer(randomInt(1, 0x7fffff)), signedBy, who, validity, who, publicKey.export({ type: 'spki', format: 'der' }), tagged(0xa3, sequence(alternative)));
  const signature = createSign('sha256').update(body).sign(privateKey);
  const certificate = sequence(body, signedBy, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n` };
}

/** From now on this process believes it. */
export function trust({ cert }: TestCertificate): void {
  setDefaultCACertificates([...getCACertificates(), cert]);
}

/** ecdsa-with-SHA256 */
const signedBy = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function set(...parts: Buffer[]): Buffer {
  return tagged(0x31, Buffer.concat(parts));
}

function oid(...bytes: number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function integer(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return tagged(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

function time(instant: number): Buffer {
  return tagged(0x17, Buffer.from(`${new Date(instant).toISOString().replace(/[-:T]|\.\d+/g, '').slice(2)}`));
}
