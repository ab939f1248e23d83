import helmet from '@fastify/helmet';
import type { App } from './app.ts';

/** Nothing is loaded from anywhere else, no address leaks to anyone, nobody frames us, and what a call needs is for our own pages; HSTS where the address is https. */
export async function registerSecurityHeaders(app: App, { publicUrl }: { publicUrl: string }): Promise<void> {
  const isHttps = publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The room's socket, said by its scheme: older Safari does not count it as our own.
        connectSrc: ["'self'", new URL('/', publicUrl).origin.replace(/^http/, 'ws')],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginResourcePolicy: { policy: 'cross-origin' }, // the API answers any origin
  });
  // Camera, microphone and screen are for our own pages, whoever they might be embedded by.
  app.addHook('onRequest', async (_, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()');
  });
}
