import { type CSSProperties, memo, type PointerEvent } from 'react';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { AppointmentCard } from './AppointmentCard.tsx';
import { BlockCard } from './BlockCard.tsx';
import { type Cell, type Column, type Frame, stepMinutes, type Thing } from './grid.ts';
import { canMove } from './moves.ts';
import { instantAt, writeMinute } from './wall-time.ts';

interface Props {
  readonly cell: Cell;
  readonly column: Column;
  readonly frame: Frame;
  /** Name of the first place in it where the keyboard can stand. */
  readonly stop: string;
  readonly look: number;
  readonly mayWork: boolean;
  readonly movingId: string | null;
  readonly onOpen: (thing: Thing) => void;
  readonly onGrab: (event: PointerEvent<HTMLElement>, thing: Thing) => void;
}

export const CellOf = memo(function CellOf(props: Props) {
  return props.cell.kind === 'free' ? <FreeCell {...props} cell={props.cell} /> : <TakenCell {...props} cell={props.cell} />;
}, isSame);

/** What it does is made anew with each drawing of the table, and does the same. */
function isSame(before: Props, after: Props): boolean {
  const isTouched = (props: Props) => props.cell.kind === 'taken' && props.cell.things.some((thing) => thing.kind === 'appointment' && thing.item.id === props.movingId);
  return before.cell === after.cell && before.stop === after.stop && before.look === after.look && before.mayWork === after.mayWork && isTouched(before) === isTouched(after);
}

type Free = Omit<Props, 'cell'> & { readonly cell: Extract<Cell, { kind: 'free' }> };

/** A quarter of an hour in which nothing is: a link that books it. */
function FreeCell({ cell, column, frame, stop, mayWork }: Free) {
  const { grid } = useMessages(deskAgenda);
  const minute = frame.first + cell.row * stepMinutes;
  const time = writeMinute(minute);
  const absence = column.absences.find(({ from, to }) => from < minute + stepMinutes && to > minute)?.absence;
  const standing = { open: grid.free, closed: grid.closed, absent: absence?.is_imported ? grid.imported : grid.absent }[cell.standing];
  const label = cell.beginsRun ? runLabel() : '';
  const says = `${column.calendar.name}, ${standing}`;
  return (
    <td className={`agenda-cell is-${cell.standing}`} {...(!mayWork && { tabIndex: -1, 'data-stop': stop, 'aria-label': `${time}, ${says}` })}>
      {label && (
        <span className="agenda-run" aria-hidden="true">
          {label}
        </span>
      )}
      {mayWork && (
        <a
          href={staffPaths.book({ calendar: column.calendar.id, day: column.day, start: instantAt(column.day, minute) })}
          tabIndex={-1}
          draggable={false}
          data-stop={stop}
          className="agenda-free"
          aria-label={`${grid.bookAt(time)}, ${says}`}
        >
          <span aria-hidden="true">+ {time}</span>
        </a>
      )}
    </td>
  );

  function runLabel(): string {
    if (cell.standing === 'open') return '';
    if (cell.standing === 'closed') return column.closedFor && column.open.length === 0 ? grid.closedDay(column.closedFor) : grid.closedRun;
    if (absence?.is_imported) return grid.imported;
    return absence?.reason ? grid.absentRun(absence.reason) : grid.absentPlain;
  }
}

type Taken = Omit<Props, 'cell'> & { readonly cell: Extract<Cell, { kind: 'taken' }> };

/** What lies in it is placed to the minute, with its buffers. */
function TakenCell({ cell, column, frame, stop, look, mayWork, movingId, onOpen, onGrab }: Taken) {
  const from = frame.first + cell.row * stepMinutes;
  const share = (minutes: number) => `${(minutes / (cell.rows * stepMinutes)) * 100}%`;
  const box = (start: number, end: number): CSSProperties => ({ top: share(start - from), height: share(end - start) });
  const [at = 0, first = 0] = stop.split(':').map(Number);
  const isAway = column.absences.some((absence) => cell.things.some((thing) => absence.from < thing.end && absence.to > thing.start));
  return (
    <td rowSpan={cell.rows} className={`agenda-cell is-taken ${isAway ? 'is-absent' : ''}`}>
      {cell.things.map((thing, place) => (
        <div key={thing.kind === 'appointment' ? thing.item.id : thing.block.id}>
          {thing.from < thing.start && <span className="agenda-buffer" style={box(thing.from, thing.start)} />}
          <div className="agenda-thing" style={box(thing.start, thing.end)}>
            {thing.kind === 'appointment' ? (
              <AppointmentCard
                thing={thing}
                look={look}
                stop={`${at}:${first + place}`}
                isMovable={mayWork && canMove(thing.item)}
                isMoving={thing.item.id === movingId}
                onOpen={() => onOpen(thing)}
                onGrab={(event) => onGrab(event, thing)}
              />
            ) : (
              <BlockCard thing={thing} stop={`${at}:${first + place}`} onOpen={() => onOpen(thing)} />
            )}
          </div>
          {thing.to > thing.end && <span className="agenda-buffer" style={box(thing.end, thing.to)} />}
        </div>
      ))}
    </td>
  );
}
