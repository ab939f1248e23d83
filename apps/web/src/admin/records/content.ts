// A content as a tree: read and changed by JSON pointer, compared, and brought together with what somebody else wrote.

type Tree = Readonly<Record<string, unknown>>;

/** What stands at the pointer (`/name/it`, `/links/0/url`); undefined where there is nothing. */
export function valueAt(content: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Tree)[step] : undefined), content);
}

/** The content with another value there; the ways to it are made where they are missing. */
export function withValueAt<Content>(content: Content, pointer: string, value: unknown): Content {
  // The pointer is one of this content: its shape stays what it was.
  return put(content, stepsOf(pointer), value) as Content;
}

function put(value: unknown, [step, ...rest]: readonly string[], next: unknown): unknown {
  if (step === undefined) return next;
  if (Array.isArray(value)) return value.map((element: unknown, index) => (String(index) === step ? put(element, rest, next) : element));
  const tree = isTree(value) ? value : {};
  return { ...tree, [step]: put(tree[step], rest, next) };
}

function stepsOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

/** As it is sent: what says nothing is left out, and a text in two languages of which neither is written too. */
export function withoutBlanks<Content>(content: Content): Content {
  return clean(content) as Content;
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (!isTree(value)) return value;
  const said = Object.entries(value).flatMap(([name, field]) => {
    const cleaned = clean(field);
    const isEmptied = isTree(cleaned) && isTree(field) && Object.keys(cleaned).length === 0 && Object.keys(field).length > 0;
    return cleaned === undefined || cleaned === null || isBlank(cleaned) || isEmptied ? [] : [[name, cleaned] as const];
  });
  return Object.fromEntries(said);
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** Whether they say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(clean(value), (_, field: unknown) => (isTree(field) ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1))) : field));
}

/**
 * What was typed, with what somebody else changed meanwhile wherever the person did not change the same: `base` is what both
 * began with. Lists are one value.
 */
export function withNewer<Content>(typed: Content, base: Content, newer: Content): Content {
  return merge(typed, base, newer) as Content;
}

function merge(typed: unknown, base: unknown, newer: unknown): unknown {
  if (isSame(typed, base)) return newer;
  if (!isTree(typed) || !isTree(newer)) return typed;
  const old = isTree(base) ? base : {};
  const names = [...new Set([...Object.keys(typed), ...Object.keys(newer)])];
  return Object.fromEntries(names.map((name) => [name, merge(typed[name], old[name], newer[name])]));
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
