/** The id of the field at a pointer of a content: `/name/it` -> `record-name-it`. */
export function idOf(pointer: string): string {
  return `record${pointer.replaceAll('/', '-')}`;
}

/** By the id of a field: its name, and what is wrong with it. */
export type Placed = Readonly<Record<string, { readonly label: string; readonly detail: string }>>;

/** What the API says of a content begins with this. */
const root = 'content/';

/**
 * By the id of the field where each error stands. The API names what is wrong, which may be
 * a field that is not on the page (a whole list, or a text of which neither language is written). Then it stands at the nearest one.
 */
export function placeErrors(found: Readonly<Record<string, string>>): Placed {
  const placed = Object.entries(found).map(([field, detail]) => {
    const pointer = `/${field.startsWith(root) ? field.slice(root.length) : field}`;
    const id = nearest(pointer);
    return [id, { label: labelOf(id), detail }] as const;
  });
  return Object.fromEntries(placed);
}

function nearest(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const ancestors = steps.map((_, index) => `/${steps.slice(0, steps.length - index).join('/')}`);
  const candidates = [pointer, `${pointer}/it`, ...ancestors.slice(1).flatMap((ancestor) => [ancestor, `${ancestor}/it`])];
  return idOf(candidates.find((candidate) => document.getElementById(idOf(candidate)) !== null) ?? pointer);
}

function labelOf(id: string): string {
  const element = document.getElementById(id);
  const label = (element instanceof HTMLFieldSetElement ? element.querySelector('legend') : document.querySelector(`label[for="${CSS.escape(id)}"]`)) ?? null;
  const text = [...(label?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent).join('');
  return text.trim();
}
