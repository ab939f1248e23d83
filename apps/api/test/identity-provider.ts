import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who sits at the browser, as the provider knows them. */
export interface Somebody {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  /** How strongly they sign in there. */
  readonly acr?: string;
  /** Presses the button to go back instead. */
  readonly refuses?: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Goes to an address at the provider, signs in where it asks for that, and answers with the address that it is sent back to. A browser is its cookies; without one, a new one. */
  signIn(address: string, who: Somebody, browser?: Map<string, string>): Promise<URL>;
  /** How often somebody had to sign in. */
  signIns(): number;
  close(): Promise<void>;
}

interface Choices {
  /** Without one, any that is free. */
  readonly port?: number;
  /** Whoever comes is shown a page and types an address, which is theirs; else those sign in whom `signIn` names. */
  readonly hasPages?: boolean;
}

/** A whole provider of OpenID Connect on localhost, for one desk that is called back at `redirectUri`. */
export async function startProvider(redirectUri: string, { port = 0, hasPages = false }: Choices = {}): Promise<TestProvider> {
  const [clientId, clientSecret] = ['sportello', 'a secret between provider and desk'];
  const people = new Map<string, Somebody>();
  let sitting: Somebody = { sub: 'nobody' };
  let signIns = 0;

  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`; // it listens on a port

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...(privateKey.export({ format: 'jwk' }) as { kty: 'RSA'; n: string; e: string; d: string }), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key for cookies in tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    acrValues: ['weak', 'strong'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) as never }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  answer = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const who = hasPages ? whoTyped(new URL(request.url, issuer)) : sitting;
    if (!who) return response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    const { sub, acr, refuses } = who;
    people.set(sub, who);
    signIns += 1;
    if (refuses) return provider.interactionFinished(request, response, { error: 'access_denied' });
    return provider.interactionFinished(request, response, { login: { accountId: sub, ...(acr && { acr }) } });
  };

  return {
    issuer,
    clientId,
    clientSecret,
    async signIn(address, who, cookies = new Map<string, string>()) {
      sitting = who;
      for (let at = new URL(address), steps = 0; steps < 10; steps += 1) {
        if (at.origin !== issuer) return at;
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const set of reply.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          cookies.set(name, value);
        }
        const location = reply.headers.get('location');
        if (!location) throw new Error(`The provider ended with ${reply.status}: ${await reply.text()}`);
        at = new URL(location, at);
      }
      throw new Error('The provider sends people around in circles');
    },
    signIns: () => signIns,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const page = `<!doctype html><html lang="it"><title>Account dell’Unione</title><h1>Account dell’Unione</h1>
<form><label>E-mail <input name="email"></label> <button>Entra</button></form><p><a href="?refuses">Torna indietro</a></p>`;

/** What the page was answered; null while it was not. */
function whoTyped({ searchParams }: URL): Somebody | null {
  if (searchParams.has('refuses')) return { sub: 'nobody', refuses: true };
  const email = searchParams.get('email');
  return email === null ? null : { sub: email, email, email_verified: true };
}
