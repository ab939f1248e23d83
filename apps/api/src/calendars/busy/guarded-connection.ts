import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf } from './calendar-address.ts';
import { isPublicAddress } from './public-address.ts';

/** A connection that may not be made: it would lead into a private network. */
export class PrivateAddress extends Error {
  readonly code = 'PRIVATE_ADDRESS';
}

export type Resolve = typeof dns.lookup;

/** Throws PrivateAddress where the address names a private one itself: for such a one no name is looked up. */
export function requirePublicLiteral(url: URL): void {
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress();
}

/**
 * Looks a name up as the system does and hands on nothing but public addresses; one private address among them is enough to
 * refuse. The connection is made to what is answered here, so that a name that changes between two questions (DNS rebinding)
 * leads nowhere.
 */
export function guardedLookup(resolve: Resolve = dns.lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return callback(new PrivateAddress(), '', 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
