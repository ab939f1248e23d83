import type { ReactNode } from 'react';
import { common } from '../../../messages/common.ts';
import { desk } from '../../../messages/desk.ts';
import { people } from '../../../messages/people.ts';
import { formatMoment } from '../../../staff/moments.ts';
import { Facts } from '../../../ui/Facts.tsx';

type Part = Readonly<Record<string, unknown>>;

const { document: texts } = people.it;
const names: Readonly<Record<string, string>> = texts.names;
/** Words that stand for something, where they are not a name or a text of somebody. */
const values: Readonly<Record<string, string>> = { ...texts.values, ...common.it.channels };
const states: Readonly<Record<string, string>> = desk.it.states;
const coded = ['kind', 'language', 'part', 'made_by', 'medium', 'message', 'channel'];

/** One part of the document, name by name, in Italian; what is empty takes no room. */
export function DocumentPart({ part }: { readonly part: Part }) {
  const known = Object.entries(part).filter(([, value]) => !isEmpty(value));
  return <Facts facts={known.map(([name, value]) => ({ label: names[name] ?? name, value: said(name, value, part) }))} />;
}

function said(name: string, value: unknown, part: Part): ReactNode {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return value.map((one: unknown, place) => <div key={place}>{said(name, one, part)}</div>);
  if (isPart(value)) return <DocumentPart part={value} />;
  const text = String(value);
  // The state of a message is another than that of an appointment.
  if (name === 'state') return 'medium' in part ? (text === 'pending' ? texts.values.waiting : (values[text] ?? text)) : (states[text] ?? text);
  if (coded.includes(name)) return values[text] ?? text;
  return name.endsWith('_at') || name === 'known_since' ? formatMoment(text, 'it') : text;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
