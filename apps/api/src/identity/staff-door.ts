import { may } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { withBlanksAsNull, withoutBlankFields } from '../http/blank-fields.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import type { SessionCookie } from './session-cookie.ts';
import { memberOf, type Sessions } from './sessions.ts';
import type { StaffMember } from './staff-member.ts';

interface DoorDeps {
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly publicUrl: string;
}

/**
 * The one place that lets the staff in. A change must come from our own pages (its Origin is our public address: no
 * other site can send one) and, where it has a body, as JSON, which the body parser enforces. Endpoints of the staff need
 * a session that lives in the database and a role with the endpoint's permission; how far a role reaches is told by
 * `staff.reach`. Each endpoint under the door is one of the contract: one without a permission cannot be registered.
 */
export function registerStaffDoor(api: App, { cookie, sessions, publicUrl }: DoorDeps): void {
  const ourOrigin = new URL(publicUrl).origin;
  api.decorateRequest('staff', null);

  api.addHook('onRoute', ({ url, method, config }) => {
    if (method === 'HEAD' || url.endsWith('/*')) return;
    if (config?.access !== 'door' && !(config?.access === 'staff' && config.permission)) throw new Error(`${url} has no permission`);
  });

  api.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'content-language': languageOf(request), 'cache-control': 'no-store' });
    if (isUnsafe(request) && request.headers.origin !== ourOrigin) throw problem('wrong-origin');
    if (request.routeOptions.config.access === 'staff') request.staff = await letIn(request);
  });

  api.addHook('preValidation', async (request) => {
    if (request.method !== 'POST' && request.method !== 'PATCH') return;
    const body = request.body ?? {};
    request.body = request.routeOptions.config.blanksTakeAway ? withBlanksAsNull(body) : withoutBlankFields(body);
  });

  // An unknown address below the door, a preflight too: nothing here is for other origins.
  api.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/staff/*',
    schema: { hide: true } as object,
    handler: async () => {
      throw problem('not-found');
    },
  });

  async function letIn(request: FastifyRequest): Promise<StaffMember> {
    const reading = await cookie.read(request);
    if (reading.is === 'stale') throw problem('session-stale');
    if (reading.is === 'nothing') throw problem('session-needed');
    const found = await sessions.find(reading.sessionId);
    if (!found) throw problem('session-over');
    const member = memberOf(found, request.ip);
    judge(member, request);
    if (!request.routeOptions.config.background) await sessions.noteUse(found.session);
    return member;
  }
}

/** Throws unless the role has the permission of the endpoint, and the session opens more than the setting up of a second factor. */
function judge({ role, sessionState }: StaffMember, { routeOptions }: FastifyRequest): void {
  const { permission } = routeOptions.config;
  if (!permission || !may(role, permission)) throw problem('not-allowed');
  if (sessionState === 'enrolling' && permission !== 'session.own') throw problem('second-factor-needed');
}

function isUnsafe({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
