import { parseDay } from '../days.ts';
import { parseInstant } from '../instants.ts';

// Readers of untrusted JSON. Each takes a value and the path of its field, and gives the value typed or throws `Malformed`.

/** A fault in a case: the path of the field (`calendars[0].opening[1].end`) and what is wrong with it. */
export class Malformed extends Error {
  readonly field: string;

  constructor(field: string, problem: string) {
    super(field === '' ? problem : `${field}: ${problem}`);
    this.field = field;
  }
}

const A_HUNDRED_YEARS = 36_525 * 1440;

export type Fields = Readonly<Record<string, unknown>>;
export type Reader<Value> = (value: unknown, field: string) => Value;

/** An object that has no other fields than these: a misspelt option must not pass for its default. */
export function readFields(value: unknown, field: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(field, 'must be an object');
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) throw new Malformed(within(field, name), `unknown field; known are ${known.join(', ')}`);
  }
  return value as Fields; // an object that is no array has text keys
}

export function readList<Item>(value: unknown, field: string, readItem: Reader<Item>): Item[] {
  if (!Array.isArray(value)) throw new Malformed(field, 'must be a list');
  return value.map((item, place) => readItem(item, `${field}[${place}]`));
}

export function listOf<Item>(readItem: Reader<Item>): Reader<Item[]> {
  return (value, field) => readList(value, field, readItem);
}

export function readText(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new Malformed(field, 'must be a text that is not empty');
  return value;
}

export function readInteger(value: unknown, field: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new Malformed(field, `must be a whole number from ${least} to ${most}`);
  }
  return value;
}

/** A number of minutes, at most a hundred years. */
export function readMinutes(least: number): Reader<number> {
  return (value, field) => readInteger(value, field, least, A_HUNDRED_YEARS);
}

export function readOneOf<Name extends string>(value: unknown, field: string, names: readonly Name[]): Name {
  const name = names.find((known) => known === value);
  if (name === undefined) throw new Malformed(field, `must be one of ${names.join(', ')}`);
  return name;
}

export function readDay(value: unknown, field: string): string {
  const text = readText(value, field);
  if (parseDay(text) === null) throw new Malformed(field, `not a day like 2026-03-29: ${text}`);
  return text;
}

/** Epoch milliseconds. */
export function readInstant(value: unknown, field: string): number {
  const text = readText(value, field);
  const instant = parseInstant(text);
  if (instant === null) throw new Malformed(field, `not an instant with offset or Z like 2026-03-29T09:00:00+02:00: ${text}`);
  return instant;
}

/** An absent field and null mean the same. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** The field of this name, or the fallback when it is absent. */
export function optional<Value, Fallback>(fields: Fields, path: string, name: string, fallback: Fallback, read: Reader<Value>): Value | Fallback {
  const value = fields[name];
  return isAbsent(value) ? fallback : read(value, within(path, name));
}

export function within(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
