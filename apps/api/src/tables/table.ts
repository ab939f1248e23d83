/** A day (2026-03-29), or a minute as the clocks of the union show it (2026-03-29 10:30). */
export interface Moment {
  readonly at: string;
}

/** A cell: a text, a number, a moment, or nothing. */
export type Cell = string | number | Moment | null;

/** What is opened in a spreadsheet: the names of its columns, and lines of as many cells. */
export interface Table {
  /** Of the sheet, and of the file without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
}
