/** What a text of the union may leave open, to be filled in with what the message is about; the same words in every language. */
export const placeholders = ['nome', 'servizio', 'ufficio', 'comune', 'quando', 'codice', 'telefono'] as const;
export type Placeholder = (typeof placeholders)[number];

/** What stands in braces, or is a brace alone, and is no placeholder: `{nomme}`, `{`. In the order of the text, each once. */
export function unknownPlaceholders(text: string): string[] {
  const braced = text.match(/\{[^{}]*\}|[{}]/g) ?? [];
  return [...new Set(braced.filter((one) => !placeholders.some((name) => one === `{${name}}`)))];
}

const known = new RegExp(`( ?)\\{(${placeholders.join('|')})\\}`, 'g');

/** The text with each placeholder replaced by its value, in one pass: what a value says is not looked at. One that is empty takes the space before it along. */
export function fillIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(known, (_, space: string, name: Placeholder) => (values[name] === '' ? '' : space + values[name])).trim();
}
