import type { Cell, Thing } from './grid.ts';

// Where the keyboard can stand in the table: on each free cell, and on each thing of a taken one.

export interface Stop {
  /** Rows from `row` up to, not including, `end`. */
  readonly row: number;
  readonly end: number;
  readonly thing: Thing | null;
}

/** A place among the stops: which column, and the how-manieth in it. */
export interface Place {
  readonly column: number;
  readonly at: number;
}

export function stopsOf(cells: readonly Cell[]): readonly Stop[] {
  return cells.flatMap((cell): Stop[] => {
    const end = cell.row + cell.rows;
    if (cell.kind === 'free') return [{ row: cell.row, end, thing: null }];
    return cell.things.map((thing) => ({ row: cell.row, end, thing }));
  });
}

const rowsAnHour = 4;

/** Where a key leads; null where it leads nowhere, or is no key of a table. */
export function stepTo(columns: readonly (readonly Stop[])[], from: Place, key: string): Place | null {
  const column = columns[from.column];
  const stop = column?.[from.at];
  if (!column || !stop) return null;
  switch (key) {
    case 'ArrowDown':
      return from.at + 1 < column.length ? { ...from, at: from.at + 1 } : null;
    case 'ArrowUp':
      return from.at > 0 ? { ...from, at: from.at - 1 } : null;
    case 'ArrowRight':
      return beside(from.column + 1);
    case 'ArrowLeft':
      return beside(from.column - 1);
    case 'PageDown':
      return { ...from, at: placeOf(column, stop.row + rowsAnHour) };
    case 'PageUp':
      return { ...from, at: placeOf(column, stop.row - rowsAnHour) };
    case 'Home':
      return beside(0);
    case 'End':
      return beside(columns.length - 1);
    default:
      return null;
  }

  function beside(other: number): Place | null {
    const there = columns[other];
    return there && stop ? { column: other, at: placeOf(there, stop.row) } : null;
  }
}

/** The stop of a column in which a row lies; the first or the last beyond its ends. */
export function placeOf(column: readonly Stop[], row: number): number {
  const found = column.findIndex(({ end }) => row < end);
  return found === -1 ? column.length - 1 : found;
}
