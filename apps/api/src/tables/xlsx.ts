import writeExcelFile from 'write-excel-file/node';
import type { Cell, Table } from './table.ts';

/** What a cell holds at most, and a name of a sheet (Excel specifications and limits). */
const longestCell = 32_767;
const longestName = 31;
const widest = 60;
const narrowest = 8;

/**
 * A table as a workbook of one sheet (ECMA-376), its first line fixed: numbers are numbers, moments are dates as the clock shows them,
 * and a text stays a text, whatever it begins with.
 */
export function xlsxOf({ name, columns, lines }: Table): Promise<Buffer> {
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' }) as const);
  const widths = columns.map((column, at) => ({ width: Math.min(widest, lines.reduce((most, line) => Math.max(most, lengthOf(line[at] ?? null)), Math.max(narrowest, Math.min(column.length, 20))) + 2) }));
  const sheet = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, longestName);
  return writeExcelFile([head, ...lines.map((line) => line.map(written))], { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

function written(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell.slice(0, longestCell), type: String };
  const hasTime = cell.at.includes(' ');
  // A workbook knows no zones: what it shows is what is written, so the clock of the union is written as if it were UTC.
  return { value: new Date(`${cell.at.replace(' ', 'T')}${hasTime ? ':00Z' : ''}`), type: Date, format: hasTime ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy' };
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  return typeof cell === 'object' ? cell.at.length : String(cell).length;
}
