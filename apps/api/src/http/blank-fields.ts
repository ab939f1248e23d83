/** Deeper than any body of the contract; what lies below is left to the schema, which refuses it. */
const deepest = 20;

/**
 * Absent, null and "" mean the same in every body: the fields that say nothing are taken out before anything judges
 * them, in objects at every depth. Elements of lists stay.
 */
export function withoutBlankFields(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((element) => withoutBlankFields(element, depth + 1));
  const said = Object.entries(value).filter(([, field]) => field !== null && field !== '');
  return Object.fromEntries(said.map(([name, field]) => [name, withoutBlankFields(field, depth + 1)]));
}

/** Where a blank field takes away what was there: "" and null at the top of a body become null, and stay. */
export function withBlanksAsNull(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).map(([name, field]) => [name, field === '' ? null : field]));
}

/** JSON with its names in order at every depth, so that two writings of one value are one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => {
    if (typeof field !== 'object' || field === null || Array.isArray(field)) return field;
    return Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
