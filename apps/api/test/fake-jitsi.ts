import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Asked, fakeServer, type FakeServer, type Reply } from './fake-vendor.ts';

/** A Jitsi on localhost that lets in by token alone. */
export interface FakeJitsi extends FakeServer {
  readonly appId: string;
  readonly secret: string;
  /** Of the hosted service: PKCS #8, PEM. */
  readonly privateKey: string;
  /** Opens the address of a room as a browser does, at this instant: who is let in, or why nobody is. */
  open(address: string, now: number): Promise<{ readonly ok: true; readonly header: object; readonly claims: JWTPayload } | { readonly ok: false; readonly why: string }>;
}

export async function startJitsi(): Promise<FakeJitsi> {
  const secret = 'a secret that both sides of this test know';
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys: Readonly<Record<string, KeyObject>> = { HS256: createSecretKey(Buffer.from(secret)), RS256: publicKey };

  function answer({ path }: Asked): Reply {
    return path === '/external_api.js' ? { status: 200, type: 'text/javascript', body: 'var JitsiMeetExternalAPI=function(){};' } : { status: 404, type: 'text/html', body: '<!doctype html>' };
  }

  const server = await fakeServer(answer);
  return Object.assign(server, {
    appId: 'sportello',
    secret,
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    async open(address: string, now: number) {
      const url = new URL(address);
      const token = url.searchParams.get('jwt') ?? '';
      const path = url.pathname.slice(1).split('/');
      const room = path.at(-1) ?? '';
      try {
        const header = decodeProtectedHeader(token);
        const isHosted = header.alg === 'RS256';
        const key = keys[header.alg ?? ''];
        if (!key) return { ok: false as const, why: 'alg' };
        const expected = isHosted ? { issuer: 'chat', audience: 'jitsi', subject: path[0] ?? '' } : { issuer: 'sportello', audience: 'sportello', subject: url.hostname };
        const { payload } = await jwtVerify(token, key, { ...expected, currentDate: new Date(now), algorithms: [isHosted ? 'RS256' : 'HS256'] });
        // Servers compare rooms in small letters, and refuse a null anywhere about the person.
        if (payload['room'] !== room.toLowerCase()) return { ok: false as const, why: 'room' };
        return JSON.stringify(payload).includes('null') ? { ok: false as const, why: 'null' } : { ok: true as const, header, claims: payload };
      } catch (error) {
        return { ok: false as const, why: error instanceof errors.JOSEError ? error.code : String(error) };
      }
    },
  });
}
