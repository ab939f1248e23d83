// Italian area codes vary in length; these are the two that a blank after two or three digits fits.
const shortAreaCodes = /^(02|06)/;

/**
 * An E.164 number as it is read aloud: "0141 000 010", "333 123 4567", "+33 1 23 ..." unchanged. A landline keeps its
 * zero, abroad too.
 */
export function formatPhone(e164: string): string {
  if (!e164.startsWith('+39')) return e164;
  const national = e164.slice(3);
  const areaLength = national.startsWith('0') ? (shortAreaCodes.test(national) ? 2 : 4) : 3;
  return [national.slice(0, areaLength), ...inGroups(national.slice(areaLength))].join(' ');
}

/** Threes, and a last group of two to four. */
function inGroups(digits: string): string[] {
  if (digits.length <= 4) return [digits];
  return [digits.slice(0, 3), ...inGroups(digits.slice(3))];
}
