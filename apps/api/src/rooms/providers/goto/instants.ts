/** A time of the vendor, which writes its offset in several ways (`2026-12-01T09:00:00.+0000`), as epoch milliseconds; null: none. */
export function instantOf(text: string | null): number | null {
  const [, dateAndTime, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d*)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text ?? '') ?? [];
  if (dateAndTime === undefined) return null;
  const instant = Date.parse(dateAndTime + (offset ?? 'Z').replace(/([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase());
  return Number.isNaN(instant) ? null : instant;
}
