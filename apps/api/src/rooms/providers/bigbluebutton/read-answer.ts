import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** What a server said, by the names of the fields below `response`. */
export type Said = Readonly<Record<string, string>>;

// Entities are not resolved, and everything stays a text: nothing that is read here needs more.
const parser = new XMLParser({ processEntities: false, parseTagValue: false, ignoreAttributes: true });

/** The answer, or null where it is none: another kind of text, or XML that is cut off. */
export function readAnswer(text: string): Said | null {
  if (XMLValidator.validate(text) !== true) return null;
  const parsed = parser.parse(text) as { readonly response?: unknown };
  const { response } = parsed;
  if (typeof response !== 'object' || response === null) return null;
  const said = Object.fromEntries(Object.entries(response).filter((one): one is [string, string] => typeof one[1] === 'string'));
  return said['returncode'] === 'SUCCESS' || said['returncode'] === 'FAILED' ? said : null;
}
