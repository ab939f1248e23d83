import type { RecordContent } from '@sportello/contract';
import { formatMoney } from '../../format/money.ts';
import type { Language } from '../../messages/language.ts';
import type { it } from '../../messages/record-fields.it.ts';
import { formatDate } from './format-date.ts';
import { isTree } from './content.ts';

/** What a content is said with. `nameOf`: how people call what has this id. */
export interface Words {
  readonly fields: typeof it;
  readonly channels: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly nameOf: (id: string) => string;
}

/** One field as people read it; of a list its elements. */
export interface SaidField {
  /** Where it stands; several lines may stand in one list, which is one value. */
  readonly pointer: string;
  /** Its own, so that two contents can be compared. */
  readonly key: string;
  readonly label: string;
  readonly said: string | readonly string[];
}

type Tree = Readonly<Record<string, unknown>>;

/** A content field by field in readable words, in the order of its fields. What says nothing is left out. */
export function sayContent(content: RecordContent, words: Words): SaidField[] {
  return Object.entries(content).flatMap(([name, value]) => {
    if (name === 'kind') return [];
    if (name === 'channels' && Array.isArray(value)) return value.flatMap((channel: unknown) => (isTree(channel) ? sayChannel(channel, words) : []));
    return sayField({ pointer: `/${name}`, key: name, name, value }, words);
  });
}

function sayChannel(channel: Tree, words: Words): SaidField[] {
  const which = String(channel['channel']);
  const label = words.channels[which] ?? which;
  const offered: SaidField = { pointer: '/channels', key: `channels ${which}`, label, said: words.fields.offered };
  const fields = Object.entries(channel).flatMap(([name, value]) => (name === 'channel' ? [] : sayField({ pointer: '/channels', key: `channels ${which} ${name}`, name, value }, words)));
  return [offered, ...fields.map((field) => ({ ...field, pointer: '/channels', label: `${label} · ${field.label}` }))];
}

interface Field {
  readonly pointer: string;
  readonly key: string;
  readonly name: string;
  readonly value: unknown;
}

function sayField({ pointer, key, name, value }: Field, words: Words): SaidField[] {
  const label = labelOf(name, words);
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return [{ pointer, key, label, said: value.map((element: unknown) => sayElement(name, element, words)) }];
  if (!isTree(value)) return [{ pointer, key, label, said: sayValue(name, value, words) }];
  // What is left of it are texts in two languages.
  return (['it', 'en'] as const).flatMap((language) => sayField({ pointer: `${pointer}/${language}`, key: `${key} ${language}`, name, value: value[language] }, words).map((field) => ({ ...field, label: words.fields.inLanguage[language](label) })));
}

function labelOf(name: string, { fields }: Words): string {
  return Object.hasOwn(fields.labels, name) ? fields.labels[name as keyof typeof fields.labels] : name;
}

/** An element of a list in a line. */
function sayElement(list: string, element: unknown, words: Words): string {
  if (Array.isArray(element)) return element.map((one: unknown) => sayElement(list, one, words)).join(` ${words.fields.or} `);
  if (!isTree(element)) return list === 'reminder_minutes' ? sayMinutes(Number(element), words) : sayOne(list, String(element), words);
  if (list === 'questions') return sayQuestion(element, words);
  if (list === 'links') return `${inOne(element['label'])}: ${String(element['url'])}`;
  const of = [element['municipality_id'], element['service_id']].flatMap((id) => (typeof id === 'string' ? [words.nameOf(id)] : []));
  return [of.join(', '), sayPeriod(element, words)].filter(Boolean).join(': ');
}

function sayQuestion({ label, kind, required, choices, help }: Tree, { fields }: Words): string {
  const said = [
    fields.values.question[kind as keyof typeof fields.values.question],
    ...(required === true ? [fields.required] : []),
    ...(Array.isArray(choices) ? [choices.map((choice: Tree) => inOne(choice['label'])).join(' / ')] : []),
    ...(help ? [inOne(help)] : []),
  ];
  return `${inOne(label)} (${said.join(', ')})`;
}

function sayPeriod({ first_day, last_day }: Tree, { fields, language }: Words): string {
  const from = formatDate(String(first_day), language);
  return typeof last_day === 'string' ? fields.fromTo(from, formatDate(last_day, language)) : fields.from(from);
}

/** Both languages in one line. */
function inOne(text: unknown): string {
  return isTree(text) ? [text['it'], text['en']].filter(Boolean).join(' / ') : '';
}

const dayNames = ['first_day', 'last_day', 'day', 'valid_from', 'population_at'];

function sayValue(name: string, value: unknown, words: Words): string {
  const { fields, language } = words;
  if (typeof value === 'boolean') return value ? fields.yes : fields.no;
  if (typeof value === 'number') {
    if (name.endsWith('_minutes')) return sayMinutes(value, words);
    return name === 'price_cents' ? formatMoney(value, language) : String(value);
  }
  const text = String(value);
  return dayNames.includes(name) && /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, language) : sayOne(name, text, words);
}

function sayOne(name: string, text: string, { fields, nameOf }: Words): string {
  if (name === 'logo_id') return text; // a picture has no name: it is shown
  if (/_ids?$|^needs$/.test(name)) return nameOf(text);
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = fields.values;
  return known[name]?.[text] ?? text;
}

const minutesInHour = 60;
const minutesInDay = 24 * minutesInHour;

/** 2880 -> "2 giorni"; 90 -> "90 minuti" */
function sayMinutes(minutes: number, { fields }: Words): string {
  if (minutes > 0 && minutes % minutesInDay === 0) return fields.days(minutes / minutesInDay);
  if (minutes > 0 && minutes % minutesInHour === 0) return fields.hours(minutes / minutesInHour);
  return fields.minutes(minutes);
}
