import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useLayoutEffect, useMemo } from 'react';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { type Cell, type Column, type Frame, stepMinutes } from './grid.ts';
import type { Place, Stop } from './stops.ts';
import { placeOf, stepTo } from './stops.ts';
import { useRovingFocus } from './use-roving-focus.ts';
import { writeMinute } from './wall-time.ts';

interface Props {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly Cell[])[];
  readonly stops: readonly (readonly Stop[])[];
  readonly frame: Frame;
  readonly head: (column: Column, at: number) => ReactNode;
  readonly cell: (cell: Cell, column: Column, stop: string) => ReactNode;
  /** Whether the page has use for the key: then the table has none. */
  readonly onKey: (event: KeyboardEvent, stop: Stop | undefined) => boolean;
  readonly onClick?: (event: MouseEvent) => void;
  /** Minute that is brought into sight at first. */
  readonly lookAt: number;
}

/**
 * A real table, with the keys of a grid: one stop of the tab key, arrows inside. What takes time spans its rows, so that a screen
 * reader meets it once. Rows have one height, and what lies above the table can be placed by it.
 */
export function AgendaGrid({ table, caption, columns, cells, stops, frame, head, cell, onKey, onClick, lookAt }: Props) {
  const { grid } = useMessages(deskAgenda);
  const firstStop = useMemo(() => beginning(stops, frame, lookAt), [stops, frame, lookAt]);
  const { isReached, moveTo } = useRovingFocus(table, firstStop);
  const key = columns.map((column) => column.key).join();

  // Before it is painted: nothing moves under a pointer that is already there.
  useLayoutEffect(() => {
    const row = table.current?.tBodies[0]?.rows[Math.max(0, Math.floor((lookAt - frame.first) / stepMinutes) - 2)];
    const box = table.current?.closest('.agenda-scroll');
    if (box && row) box.scrollTop = row.offsetTop - (table.current?.tHead?.offsetHeight ?? 0);
    // Once for each page of days, not whenever the clock goes on.
  }, [key]);

  function press(event: KeyboardEvent): void {
    const here = isReached(event.target);
    if (onKey(event, here ? stops[here.column]?.[here.at] : undefined)) return event.preventDefault();
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepTo(stops, here, event.key);
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  }

  return (
    <table role="grid" aria-label={caption} className="agenda-grid" ref={table} onKeyDown={press} onClickCapture={onClick} >
      <thead>
        <tr>
          <th scope="col" className="agenda-corner">
            <span className="visually-hidden">{grid.time}</span>
          </th>
          {columns.map((column, at) => (
            <th scope="col" key={column.key}>
              {head(column, at)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: frame.rows }, (_, row) => (
          <tr key={row} className={`at-${(frame.first + row * stepMinutes) % 60}`}>
            <th scope="row">
              <span>{writeMinute(frame.first + row * stepMinutes)}</span>
            </th>
            {columns.map((column, at) => {
              const here = cells[at]?.find((one) => one.row === row);
              return here && cell(here, column, stopName(stops, at, here));
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `column:place` of the first stop of a cell. */
function stopName(stops: readonly (readonly Stop[])[], column: number, { row }: Cell): string {
  return `${column}:${stops[column]?.findIndex((stop) => stop.row === row) ?? 0}`;
}

/** Where the tab key enters the table: at what is next. */
function beginning(stops: readonly (readonly Stop[])[], { first }: Frame, minute: number): Place {
  const column = stops[0] ?? [];
  return { column: 0, at: Math.max(0, placeOf(column, Math.floor((minute - first) / stepMinutes))) };
}
