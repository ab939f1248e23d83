/** A cell: a text, a number (written with a comma), or nothing. */
export type Cell = string | number | null;

/** What a spreadsheet would take for a formula, or skip before one (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as Italian spreadsheets open it: UTF-8 with a byte order mark, cells apart by semicolons, decimals with a comma, lines ended
 * as RFC 4180 says. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvOf(lines: readonly (readonly Cell[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(written).join(';')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
