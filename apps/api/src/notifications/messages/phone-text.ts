import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** An E.164 number as people write it: without the prefix of the country when it is ours. Anything else stays as it is. */
export function phoneText(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.countryCallingCode === '39' ? phone.formatNational() : phone.formatInternational();
}
