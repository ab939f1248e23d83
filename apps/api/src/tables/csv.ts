import type { Cell, Table } from './table.ts';

/** What a spreadsheet would take for a formula, or skip before one (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as Italian spreadsheets open it: UTF-8 with a byte order mark, cells apart by semicolons, decimals with a comma, moments as
 * ISO 8601 writes them, lines ended as RFC 4180 says. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvOf({ columns, lines }: Pick<Table, 'columns' | 'lines'>): string {
  return `\uFEFF${[columns, ...lines].map((line) => `${line.map(written).join(';')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'object') return cell.at;
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
