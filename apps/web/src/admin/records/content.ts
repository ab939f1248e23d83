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
 * began with. A list is one value, but for one whose elements have names: each of those is brought together on its own.
 */
export function withNewer<Content>(typed: Content, base: Content, newer: Content): Content {
  return merge(typed, base, newer) as Content;
}

function merge(typed: unknown, base: unknown, newer: unknown): unknown {
  if (isSame(typed, base)) return newer;
  if (isNamed(typed) && isNamed(newer) && (base === undefined || isNamed(base))) return mergeNamed(typed, base ?? [], newer);
  if (!isTree(typed) || !isTree(newer)) return typed;
  const old = isTree(base) ? base : {};
  const names = [...new Set([...Object.keys(typed), ...Object.keys(newer)])];
  return Object.fromEntries(names.map((name) => [name, merge(typed[name], old[name], newer[name])]));
}

/** The channels of a service: there is one of each at most, and nobody puts them into an order. */
type Named = Tree & { readonly channel: string };

function isNamed(value: unknown): value is readonly Named[] {
  if (!Array.isArray(value) || !value.every((element): element is Named => isTree(element) && typeof element['channel'] === 'string')) return false;
  return new Set(value.map(({ channel }) => channel)).size === value.length;
}

/** Element by element; one that either took away is gone, unless the other changed it. */
function mergeNamed(typed: readonly Named[], base: readonly Named[], newer: readonly Named[]): unknown[] {
  const names = [...new Set([...typed, ...newer].map(({ channel }) => channel))];
  const find = (list: readonly Named[], name: string) => list.find(({ channel }) => channel === name);
  return names.flatMap((name) => {
    const [mine, old, theirs] = [find(typed, name), find(base, name), find(newer, name)];
    if (old !== undefined && theirs === undefined && mine !== undefined) return isSame(mine, old) ? [] : [mine];
    if (old !== undefined && mine === undefined && theirs !== undefined) return isSame(theirs, old) ? [] : [theirs];
    return [merge(mine, old, theirs)];
  });
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
