import { createHmac } from 'node:crypto';
import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';
import { deviceOf } from '../src/identity/device.ts';
import { openSession } from '../src/identity/sessions.ts';
import { benchSecrets } from './desk.ts';

/** Opens a session of a new administrator, and answers with its id. */
export async function adminSession({ tables, write }: Pick<Database, 'tables' | 'write'>): Promise<string> {
  const staffId = newId();
  return write(async (tx) => {
    await tx.insert(tables.staff).values({ id: staffId, email: `${staffId}@example.org`, givenName: 'Prova', familyName: 'Prova', language: 'it', role: 'admin', state: 'active', notices: [], createdAt: 0 });
    return openSession(tx, tables, { staffId, state: 'open', proofs: ['password', 'totp'], device: deviceOf(undefined), address: '127.0.0.1' }, Date.now());
  });
}

/** A cookie of a session as the door signs it: good for five minutes from now. */
export function cookieOf(sessionId: string): string {
  const iat = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sid: sessionId, iat, exp: iat + 300 })}`;
  return `sportello-session=${signed}.${createHmac('sha256', benchSecrets.derivedKey('staff-session')).update(signed).digest('base64url')}`;
}
