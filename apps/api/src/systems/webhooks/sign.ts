import { createHmac, randomBytes } from 'node:crypto';

// Standard Webhooks (https://www.standardwebhooks.com, specification 1.0): what is signed is id, timestamp and body with dots between,
// by HMAC-SHA256; several signatures stand with blanks between, so that a secret can be changed without a gap.

const secretBytes = 32;
const prefix = 'whsec_';

/** A new secret: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64');
}

export interface Signed {
  readonly messageId: string;
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Those in force, the newest first. */
  readonly secrets: readonly string[];
}

/** The three headers by which the other system knows that it comes from us, and when. */
export function signatureHeaders({ messageId, payload, at, secrets }: Signed): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at / 1000));
  const sign = (secret: string) => `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64')).update(`${messageId}.${timestamp}.${payload}`).digest('base64')}`;
  return { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(sign).join(' ') };
}
