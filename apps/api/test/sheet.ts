import { strFromU8, unzipSync } from 'fflate';

/** A cell as the workbook says it: a text, a number, or the number of a date with how it is shown. */
export type SheetCell = string | number | null;

/** Reads the first sheet of a workbook by the letter of ECMA-376, part 1 (18.3): shared and inline texts, numbers. Throws for a formula. */
export function readSheet(workbook: Uint8Array): SheetCell[][] {
  const files = unzipSync(workbook);
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => textsOf(item));
  const sheet = part('xl/worksheets/sheet1.xml');
  if (sheet === '') throw new Error(`no sheet in ${Object.keys(files).join(' ')}`);
  if (/<f[ >]/.test(sheet)) throw new Error('a formula');
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: SheetCell[] = [];
    for (const [, attributes = '', body = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const [, letters = 'A'] = /r="([A-Z]+)/.exec(attributes) ?? [];
      cells[columnOf(letters)] = valueOf(attributes, body, shared);
    }
    return Array.from(cells, (cell) => cell ?? null);
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(attributes: string, body: string, shared: readonly string[]): SheetCell {
  const [, type = 'n'] = /t="(\w+)"/.exec(attributes) ?? [];
  const [, value] = /<v>(.*?)<\/v>/s.exec(body) ?? [];
  if (type === 's') return shared[Number(value)] ?? null;
  if (type === 'inlineStr') return textsOf(body);
  return value === undefined ? null : Number(value);
}

function textsOf(xml: string): string {
  return [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** The number by which a workbook says a moment: days since the last of 1899 but one, as Excel and LibreOffice count. */
export function serialOf(moment: string): number {
  return (Date.parse(`${moment.replace(' ', 'T')}${moment.includes(' ') ? ':00Z' : ''}`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
