import type { Role } from '@sportello/contract';
import { createHmac } from 'node:crypto';
import { deviceOf } from '../src/identity/device.ts';
import { openSession } from '../src/identity/sessions.ts';
import { writeScope } from '../src/identity/scopes.ts';
import { newId } from '../src/database/id.ts';
import { type Desk, testSecrets } from './app.ts';

/** Somebody of the staff for a test; their sessions are opened past the sign-in, which has tests of its own. */
export interface TestMember {
  readonly id: string;
  readonly email: string;
}

interface MemberOptions {
  readonly role: Role;
  readonly allOffices?: boolean;
  readonly officeIds?: readonly string[];
  readonly municipalityIds?: readonly string[];
  readonly email?: string;
}

let counter = 0;

export async function addMember({ database, clock }: Desk, { role, allOffices = false, officeIds = [], municipalityIds = [], email = `${role}${++counter}@example.org` }: MemberOptions): Promise<TestMember> {
  const id = newId();
  await database.write(async (tx) => {
    await tx.insert(database.tables.staff).values({ id, email, givenName: 'Prova', familyName: role, language: 'it', role, state: 'active', notices: [], createdAt: clock.now() });
    await writeScope(tx, database.tables, id, { all_offices: allOffices, office_ids: [...officeIds], municipality_ids: [...municipalityIds] });
  });
  return { id, email };
}

/** The cookie of a new session of this person, as a browser would send it. */
export async function signedIn(desk: Desk, { id }: TestMember, state: 'open' | 'enrolling' = 'open'): Promise<{ cookie: string; sessionId: string }> {
  const { database, clock } = desk;
  const session = { staffId: id, state, proofs: ['password', 'totp'] as const, device: deviceOf(undefined), address: '127.0.0.1' };
  const sessionId = await database.write((tx) => openSession(tx, database.tables, session, clock.now()));
  return { cookie: cookieOf(desk, sessionId), sessionId };
}

/** A cookie with a token for this session, made at the desk's present. */
export function cookieOf({ clock }: Desk, sessionId: string): string {
  const iat = Math.floor(clock.now() / 1000);
  return `sportello-session=${tokenOf({ sid: sessionId, iat, exp: iat + 300 })}`;
}

/** A JSON Web Token as the door signs it, or as somebody would forge it. */
export function tokenOf(payload: object, { alg = 'HS256', key = testSecrets.derivedKey('staff-session') }: { alg?: string; key?: Buffer } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, typ: 'JWT' })}.${part(payload)}`;
  return `${signed}.${alg === 'none' ? '' : createHmac('sha256', key).update(signed).digest('base64url')}`;
}

export const ourOrigin = 'http://localhost:3000';

/** Asks an endpoint of the staff as the pages of the site do. */
export function askAs(desk: Desk, cookie: string | null, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) {
  const contentType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  return desk.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...(cookie && { cookie }), ...(method !== 'GET' && { origin: ourOrigin }), ...(body && { 'content-type': contentType }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
}
