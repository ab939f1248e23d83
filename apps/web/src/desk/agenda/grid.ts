import type { Agenda, DeskAppointmentItem } from '@sportello/contract';
import { minutesADay, wallTimeOf } from './wall-time.ts';

// What a table of the agenda shows, column by column: a column is one calendar on one day, a row a quarter of an hour.

export const stepMinutes = 15;

export type AgendaCalendar = Agenda['calendars'][number];
type Block = AgendaCalendar['blocks'][number];
type Absence = AgendaCalendar['absences'][number];

export interface Column {
  readonly key: string;
  readonly day: string;
  readonly calendar: AgendaCalendar;
  /** Why the office, the union or one of its places is closed that day; null on any other. */
  readonly closedFor: string | null;
  readonly things: readonly Thing[];
  readonly open: readonly Span[];
  readonly absences: readonly (Span & { readonly absence: Absence })[];
}

/** Minutes of the column's day, the end not included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What takes time: `from` and `to` with its buffers, `start` and `end` without. */
export type Thing = Span & { readonly start: number; readonly end: number } & (
    | { readonly kind: 'appointment'; readonly item: DeskAppointmentItem }
    | { readonly kind: 'block'; readonly block: Block }
  );

export type Standing = 'open' | 'closed' | 'absent';

export type Cell =
  | { readonly kind: 'free'; readonly row: number; readonly rows: 1; readonly standing: Standing; readonly beginsRun: boolean }
  | { readonly kind: 'taken'; readonly row: number; readonly rows: number; readonly things: readonly Thing[] };

/** Which part of the day the rows show, in minutes. */
export interface Frame {
  readonly first: number;
  readonly rows: number;
}

/** A column for each day and calendar: by day, then in the order of the calendars. */
export function columnsOf({ items, calendars, closed_days }: Agenda, days: readonly string[], calendarIds: readonly string[]): readonly Column[] {
  const shown = calendarIds.flatMap((id) => calendars.filter((calendar) => calendar.id === id));
  return days.flatMap((day) =>
    shown.map((calendar) => ({
      key: `${day} ${calendar.id}`,
      day,
      calendar,
      closedFor: closed_days.find((closed) => closed.day === day && (closed.calendar_ids?.includes(calendar.id) ?? true))?.reason ?? null,
      things: [
        ...items.filter((item) => item.calendar_ids.includes(calendar.id) && takesTime(item)).flatMap((item) => appointmentOn(day, item)),
        ...calendar.blocks.flatMap((block): Thing[] => spansOn(day, block).map(({ from, to }) => ({ kind: 'block', block, from, to, start: from, end: to }))),
      ].sort((a, b) => a.from - b.from),
      open: calendar.open.flatMap((piece) => spansOn(day, piece)),
      absences: calendar.absences.flatMap((absence) => spansOn(day, absence).map((span) => ({ ...span, absence }))),
    })),
  );
}

/** What was called off may still name its calendar, but its time is free again. */
function takesTime({ state }: DeskAppointmentItem): boolean {
  return state !== 'cancelled' && state !== 'refused' && state !== 'expired';
}

function appointmentOn(day: string, item: DeskAppointmentItem): Thing[] {
  const { starts_at, ends_at, buffer_before_minutes, buffer_after_minutes } = item;
  if (starts_at === null || ends_at === null) return [];
  return spansOn(day, { starts_at, ends_at }).map(({ from, to }) => ({
    kind: 'appointment',
    item,
    start: from,
    end: to,
    from: Math.max(0, from - buffer_before_minutes),
    to: Math.min(minutesADay, to + buffer_after_minutes),
  }));
}

/** The part of it that lies on the day: one, or none. */
function spansOn(day: string, { starts_at, ends_at }: { readonly starts_at: string; readonly ends_at: string }): Span[] {
  const [start, end] = [wallTimeOf(starts_at), wallTimeOf(ends_at)];
  if (start.day > day || end.day < day) return [];
  const from = start.day === day ? start.minute : 0;
  const to = end.day === day ? end.minute : minutesADay;
  return to > from ? [{ from, to }] : [];
}

const usual: Span = { from: 8 * 60, to: 18 * 60 };

/** Whole hours, so that everything that is open or taken is in sight: at least a usual working day. */
export function frameOf(columns: readonly Column[]): Frame {
  const spans = columns.flatMap(({ open, things }) => [...open, ...things]);
  const first = Math.floor(Math.min(usual.from, ...spans.map(({ from }) => from)) / 60) * 60;
  const last = Math.ceil(Math.max(usual.to, ...spans.map(({ to }) => to)) / 60) * 60;
  return { first, rows: (last - first) / stepMinutes };
}

/** The cells of a column from top to bottom: free ones of a step each, and taken ones as long as what lies in them. */
export function cellsOf(column: Column, frame: Frame): readonly Cell[] {
  const taken = takenCells(column.things, frame);
  const cells: Cell[] = [];
  let before: Standing | null = null;
  for (let row = 0; row < frame.rows; ) {
    const here = taken.find((cell) => cell.row === row);
    const cell: Cell = here ?? freeCell(column, frame, row, before);
    cells.push(cell);
    before = cell.kind === 'free' ? cell.standing : null;
    row += cell.rows;
  }
  return cells;
}

function freeCell(column: Column, frame: Frame, row: number, before: Standing | null): Cell {
  const standing = standingAt(column, frame.first + row * stepMinutes);
  return { kind: 'free', row, rows: 1, standing, beginsRun: standing !== before };
}

function standingAt({ open, absences }: Column, minute: number): Standing {
  if (absences.some(({ from, to }) => from < minute + stepMinutes && to > minute)) return 'absent';
  return open.some(({ from, to }) => from <= minute && to >= minute + stepMinutes) ? 'open' : 'closed';
}

/** Things that share a row share a cell: two short ones, or one that begins in the row in which another ends. */
function takenCells(things: readonly Thing[], { first, rows }: Frame): Extract<Cell, { kind: 'taken' }>[] {
  const cells: { kind: 'taken'; row: number; rows: number; things: Thing[] }[] = [];
  for (const thing of things) {
    const row = Math.max(0, Math.floor((thing.from - first) / stepMinutes));
    const end = Math.min(rows, Math.ceil((thing.to - first) / stepMinutes));
    const last = cells.at(-1);
    if (last && row < last.row + last.rows) {
      last.things.push(thing);
      last.rows = Math.max(last.rows, end - last.row);
    } else if (end > row) cells.push({ kind: 'taken', row, rows: end - row, things: [thing] });
  }
  return cells;
}
