import { connect, isIP, type Socket } from 'node:net';
import { guardedLookup, PrivateAddress, type Resolve } from '../../calendars/busy/guarded-connection.ts';
import { isPublicAddress } from '../../calendars/busy/public-address.ts';
import type { MailRoute } from './mail-route.ts';

interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly resolve?: Resolve;
}

/** No answer came in time. */
export class TooSlow extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * A connection to a mail server, still in the clear. A name leads to addresses of the open internet alone, unless the route may be
 * private: an administrator in a browser does not get to look around in the network that the desk runs in. Throws PrivateAddress,
 * TooSlow, or what the system says (ENOTFOUND, ECONNREFUSED ...).
 */
export async function openMailSocket({ host, port, mayBePrivate }: Pick<MailRoute, 'host' | 'port' | 'mayBePrivate'>, { timeoutMs, signal, resolve }: Patience): Promise<Socket> {
  if (!mayBePrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress();
  const socket = connect({ host, port, ...(!mayBePrivate && { lookup: guardedLookup(resolve) }) });
  return new Promise((resolvePromise, reject) => {
    const timer = setTimeout(() => end(new TooSlow()), timeoutMs);
    const leave = () => end(new TooSlow());
    const end = (error?: Error) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
      socket.removeListener('error', end);
      if (!error) return resolvePromise(socket);
      socket.on('error', () => undefined);
      socket.destroy();
      reject(error);
    };
    socket.once('connect', () => end());
    socket.once('error', end);
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
  });
}
