import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { App } from '../http/app.ts';
import type { Secrets } from '../secrets.ts';

/** What the cookie of a session says: which session, or that the token is too old, or nothing that counts. */
export type CookieReading = { readonly is: 'session'; readonly sessionId: string } | { readonly is: 'stale' } | { readonly is: 'nothing' };

export interface SessionCookie {
  give(reply: FastifyReply, sessionId: string): void;
  takeBack(reply: FastifyReply): void;
  read(request: FastifyRequest): Promise<CookieReading>;
  /** For the renewal, and for ending what came before a sign-in: the session of a token of any age. */
  readAnyAge(request: FastifyRequest): Promise<string | null>;
}

const tokenSeconds = 5 * 60;
/** The browser keeps it as long as a session may last; whether it still opens anything is for the database to say. */
const cookieSeconds = 12 * 3600;

/**
 * A signed token (JWT, HS256) with nothing but the session's id, good for five minutes, in a cookie that scripts cannot
 * read and other sites cannot send along with a change (SameSite=Lax). It is read from the cookie alone. On https its
 * name has the prefix `__Host-`, so that no neighbour under the same domain can set it (RFC 6265bis).
 */
export async function registerSessionCookie(app: App, { secrets, clock, publicUrl }: { secrets: Secrets; clock: Clock; publicUrl: string }): Promise<SessionCookie> {
  const isHttps = publicUrl.startsWith('https:');
  const name = isHttps ? '__Host-sportello-session' : 'sportello-session';
  const attributes = { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' } as const;
  await app.register(cookie);
  await app.register(jwt, {
    secret: secrets.derivedKey('staff-session'),
    cookie: { cookieName: name, signed: false },
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'], onlyCookie: true, cache: false },
  });

  async function payloadOf(request: FastifyRequest, ignoreExpiration: boolean): Promise<string | null> {
    const payload = await request.jwtVerify<{ sid?: unknown }>({ algorithms: ['HS256'], onlyCookie: true, ignoreExpiration, clockTimestamp: clock.now() });
    return typeof payload.sid === 'string' ? payload.sid : null;
  }

  return {
    give(reply, sessionId) {
      const token = app.jwt.sign({ sid: sessionId, iat: Math.floor(clock.now() / 1000) }, { expiresIn: `${tokenSeconds}s` });
      void reply.setCookie(name, token, { ...attributes, maxAge: cookieSeconds });
    },
    takeBack(reply) {
      void reply.clearCookie(name, attributes);
    },
    async read(request) {
      try {
        const sessionId = await payloadOf(request, false);
        return sessionId === null ? { is: 'nothing' } : { is: 'session', sessionId };
      } catch (error) {
        return { is: isExpired(error) ? 'stale' : 'nothing' };
      }
    },
    readAnyAge: (request) => payloadOf(request, true).catch(() => null),
  };
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_JWT_AUTHORIZATION_TOKEN_EXPIRED';
}
