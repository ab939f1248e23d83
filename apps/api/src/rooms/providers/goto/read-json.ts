/** What a text says in JSON, whole numbers too large for JavaScript as texts, digit by digit; undefined where it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
  } catch {
    return undefined;
  }
}

/** The third argument is the number as it was written (ECMA-262, JSON.parse source text access). */
function keepDigits(_key: string, value: unknown, { source }: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}

export type Fields = Readonly<Record<string, unknown>>;

/** The object that an answer is, or the one that stands in its list. */
export function onlyOne(json: unknown): Fields | null {
  const one: unknown = Array.isArray(json) ? json[0] : json;
  return isFields(one) ? one : null;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of these fields that has a text or a number, as a text; names are compared without their case, which varies. */
export function textIn(fields: Fields, ...names: readonly string[]): string | null {
  const wanted = names.map((name) => name.toLowerCase());
  for (const [name, value] of Object.entries(fields)) {
    if (!wanted.includes(name.toLowerCase())) continue;
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}
