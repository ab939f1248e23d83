import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * Contacts shown to somebody who may know them but must not learn them here. The stars are always as many, so that
 * they do not tell a length.
 */

const stars = '***';

/** `+393331234123` as `+39 *** *** 123`. What is no E.164 number shows nothing of itself. */
export function maskPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (!phone || phone.nationalNumber.length < 6) return `${stars} ${stars} ${stars}`;
  return `+${phone.countryCallingCode} ${stars} ${stars} ${phone.number.slice(-3)}`;
}

/** `ada@example.org` as `a***@example.org`. What is no address shows nothing of itself. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const first = [...email.slice(0, Math.max(at, 0))][0];
  return first === undefined ? stars : `${first}${stars}${email.slice(at)}`;
}

/** `198.51.100.7` as `198.51.100.*`, and of an IPv6 /64 its first two groups: enough to know one's own network again. */
export function maskAddress(address: string): string {
  if (address.includes(':')) return `${address.split(':').slice(0, 2).join(':')}:*`;
  return address.replace(/\.\d+$/, '.*');
}

/** `Ada Rossi` as `A. R.` */
export function initials(...names: readonly string[]): string {
  return names.map((name) => `${[...name][0] ?? '?'}.`).join(' ');
}

/** A tax code shows its first three characters. */
export function maskTaxCode(code: string): string {
  return `${code.slice(0, 3)}${stars}`;
}
