import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { certificateFailure } from '../../notifications/mail-server/read-smtp-trouble.ts';
import { certificateState, type Finding, type LightCheck, type LightDeps, slow } from './light.ts';

const timeoutMilliseconds = 8_000;

/** The certificate of the public address, as browsers of citizens see it. */
export const certificateLight: LightCheck = {
  name: 'certificate',
  ...slow,
  async look({ publicUrl, clock }: LightDeps): Promise<Finding> {
    const { protocol, hostname, port } = new URL(publicUrl);
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    if (protocol === 'http:') return isThisMachine(host) ? { state: 'off', says: 'this-machine' } : { state: 'bad', says: 'not-encrypted', values: { host } };
    const seen = await readCertificate(host, Number(port) || 443);
    if (!seen) return { state: 'unknown', says: 'unreachable', values: { host } };
    const { state, days } = certificateState(seen.until, clock.now());
    const values = { host, days, until_at: seen.until };
    if (days < 0) return { state: 'bad', says: 'certificate-expired', values, since: seen.until };
    if (seen.failure) return { state: 'bad', says: seen.failure, values };
    return { state, says: state === 'good' ? 'good' : 'ends', values };
  },
};

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '::1';
}

interface SeenCertificate {
  /** Epoch milliseconds. */
  readonly until: number;
  /** Why a browser would not believe it; null: it would. */
  readonly failure: string | null;
}

/** What this machine answers with; null: it cannot be reached from here. The address is the installation's own. */
export function readCertificate(host: string, port: number): Promise<SeenCertificate | null> {
  return new Promise((resolve) => {
    const socket: TLSSocket = connect({ host, port, rejectUnauthorized: false, ...(isIP(host) === 0 && { servername: host }) });
    const end = (seen: SeenCertificate | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(seen);
    };
    const timer = setTimeout(() => end(null), timeoutMilliseconds);
    socket.once('error', () => end(null));
    socket.once('secureConnect', () => {
      const { valid_to } = socket.getPeerCertificate();
      const why = socket.authorized ? null : String(socket.authorizationError);
      end({ until: Date.parse(valid_to), failure: why === null ? null : (certificateFailure(why) ?? 'certificate-invalid') });
    });
  });
}
