import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A comune of the list that comes with the product; README.md beside says where it is from. */
export interface Comune {
  readonly istatCode: string;
  readonly cadastralCode: string;
  /** As it is written: of a bilingual one both names, `Bolzano/Bozen`. */
  readonly name: string;
  /** Sign of its province. */
  readonly province: string;
  /** null where it has several, or none is published. */
  readonly postalCode: string | null;
}

export interface ItalianComuni {
  /** By ISTAT code. */
  readonly comuni: ReadonlyMap<string, Comune>;
  /** Name by sign. */
  readonly provinces: ReadonlyMap<string, string>;
}

let reading: Promise<ItalianComuni> | null = null;

/** The list, read when it is first asked for; a reading that failed is tried again. */
export function italianComuni(): Promise<ItalianComuni> {
  reading ??= read().catch((error: unknown) => {
    reading = null;
    throw error;
  });
  return reading;
}

async function read(): Promise<ItalianComuni> {
  const [comuni, provinces] = [await linesOf('comuni.tsv'), await linesOf('provinces.tsv')];
  return {
    comuni: new Map(comuni.map(([istatCode = '', cadastralCode = '', province = '', postalCode = '', name = '']) => [istatCode, { istatCode, cadastralCode, name, province, postalCode: postalCode || null }])),
    provinces: new Map(provinces.map(([sign = '', name = '']) => [sign, name])),
  };
}

async function linesOf(file: string): Promise<string[][]> {
  const text = await readFile(join(import.meta.dirname, file), 'utf8');
  return text.trimEnd().split('\n').map((line) => line.split('\t'));
}
