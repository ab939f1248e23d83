import { findStarts } from '../find-starts.ts';
import type { Minutes } from '../model.ts';
import { Malformed, readFields, readList } from './door.ts';
import { isMet } from './expectation.ts';
import { readCase, type SlotCase } from './read-case.ts';

/** What the command prints and how it ends: 0 all is well, 1 a case failed, 2 something is malformed. */
export interface Report {
  readonly output: readonly string[];
  readonly faults: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/**
 * Runs the cases of a file's text. Each well-formed case prints a line, `ok`, `FAIL` or with `print` its starts as JSON; each malformed
 * one becomes a fault that names it, by its id or its place in the file, and the field.
 */
export function runCases(text: string, print: boolean): Report {
  const faults: string[] = [];
  const values = attempt('file', faults, () => readValues(text)) ?? [];
  const lines = values.flatMap((value, place) => {
    const id = idOf(value) ?? `cases[${place}]`;
    return attempt(id, faults, () => lineOf(readCase(value, id), print)) ?? [];
  });

  const failed = lines.filter((line) => line.startsWith('FAIL ')).length;
  const output = print ? lines : [...lines, `${lines.length - failed} passed, ${failed} failed`];
  if (faults.length > 0) return { output, faults, exitCode: 2 };
  return { output, faults, exitCode: failed > 0 ? 1 : 0 };
}

function readValues(text: string): unknown[] {
  const { cases } = readFields(JSON.parse(text), '', ['cases', 'description']);
  return readList(cases, 'cases', (value) => value);
}

/** What `read` gives; when it finds something malformed, a fault under this name, and null. */
function attempt<Value>(name: string, faults: string[], read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed || error instanceof SyntaxError)) throw error;
    faults.push(`malformed ${name}: ${error.message}`);
    return null;
  }
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' && value.id !== '' ? value.id : null;
}

function lineOf({ id, question, expectation }: SlotCase, print: boolean): string {
  const found = findStarts(question);
  if (print) return JSON.stringify({ id, starts: found.map(utcText) });
  if (expectation === null) throw new Malformed('expect', 'needed, unless the starts are only printed');
  if (isMet(expectation, found)) return `ok ${id}`;
  return `FAIL ${id}: expected ${expectation.match} ${listText(expectation.starts)} got ${listText(found)}`;
}

function listText(starts: readonly Minutes[]): string {
  return JSON.stringify(starts.map(utcText));
}

function utcText(minute: Minutes): string {
  return new Date(minute * 60_000).toISOString().replace('.000', '');
}
