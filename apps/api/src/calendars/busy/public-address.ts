import ipaddr from 'ipaddr.js';

/** Where the internet's own addresses lie: everything else of IPv6 is reserved or for other uses (RFC 4291, IANA's registry). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the open internet: not this machine, a private network, a link, a carrier's own network, a group,
 * or a detour to one of these (IPv4 within IPv6, translation, tunnels). What is not known to be public is not.
 */
export function isPublicAddress(text: string): boolean {
  const plain = text.split('%')[0] ?? '';
  if (!ipaddr.isValid(plain)) return false;
  const address = ipaddr.parse(plain);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}
