import { isIPv6 } from 'node:net';

/**
 * Who counts as one client: an IPv4 address, or the /64 of an IPv6 one (a home gets a whole /64, RFC 6177). An IPv4
 * address written as IPv6 is that IPv4 address.
 */
export function clientOf(address: string): string {
  const plain = address.split('%')[0] ?? address;
  const mapped = plain.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (mapped) return mapped;
  return isIPv6(plain) ? `${firstGroups(plain).join(':')}::/64` : plain;
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
}
