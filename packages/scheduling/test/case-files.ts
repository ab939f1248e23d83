import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A case of the table as its file has it; `why` is the claim, in a sentence. */
export interface FiledCase {
  readonly id: string;
  readonly why: string;
}

export const PACKAGE = resolve(import.meta.dirname, '..');
const FOLDER = join(PACKAGE, 'cases');

export const CASE_FILES = readdirSync(FOLDER).map((name) => join(FOLDER, name));

export function casesOf(file: string): FiledCase[] {
  return JSON.parse(readFileSync(file, 'utf8')).cases;
}
