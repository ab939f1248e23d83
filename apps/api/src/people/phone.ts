import {
  type CountryCode,
  getCountryCallingCode,
  type NumberType,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max';

/**
 * Phone numbers, stored as E.164 (ITU-T E.164): `+393331234567`, `+390141000012`.
 *
 * The `max` metadata of libphonenumber: the only one that knows the kinds of number (the default one leaves them out
 * to spare browsers 70 kB, which on a server are 0.4 MB of memory).
 */

/** Nobody can be called back there, or only at a price that the desk would pay. */
const refusedTypes: readonly NumberType[] = ['PREMIUM_RATE', 'VOICEMAIL', 'PAGER'];

/**
 * The E.164 form of what a person typed, or null if it is no number that the desk could call.
 *
 * Read generously: `0039`, `+39` or nothing in front, blanks, dots, slashes, hyphens, brackets. A landline keeps its
 * zero (`+390141...`); foreign numbers come with `+` or `00`. An extension is dropped, E.164 has no place for it.
 *
 * Numbers of the default country must follow its plan, so that a forgotten zero (`141 123456`) is noticed while the
 * person can still mend it. Of foreign ones only the length is judged: plans change, and a person with a new prefix
 * must not be turned away because our metadata is a year old.
 */
export function normalizePhone(text: string, defaultCountry: CountryCode = 'IT'): string | null {
  const typed = withoutOrnaments(text);
  const phone = parsePhoneNumberFromString(typed, { defaultCountry, extract: false });
  return phone && isCallable(phone, defaultCountry) ? phone.number : null;
}

/** Brackets in any place, and the invisible direction marks that come along when a number is copied from contacts. */
function withoutOrnaments(text: string): string {
  return text.replace(/[()\p{Cf}]/gu, '').trim();
}

function isCallable(phone: PhoneNumber, defaultCountry: CountryCode): boolean {
  if (refusedTypes.includes(phone.getType())) return false;
  // By calling code: `phone.country` is unknown exactly when the number is not in the plan.
  const isDomestic = phone.countryCallingCode === getCountryCallingCode(defaultCountry);
  return isDomestic ? phone.isValid() : phone.isPossible();
}
