import type { Agenda, DeskAppointmentItem } from '@sportello/contract';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatDay } from '../../format/dates.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useDeskNow } from '../../session/desk-clock.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Live } from '../../ui/Live.tsx';
import { AgendaGrid } from './AgendaGrid.tsx';
import { type Aim, steer, steeringKeys } from './aim.ts';
import { nameIn } from './AppointmentCard.tsx';
import { BlockDialog } from './BlockDialog.tsx';
import { CellOf } from './CellOf.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { lookOf } from './calendar-looks.ts';
import { Ghost, NowLine } from './Ghost.tsx';
import { type Cell, cellsOf, type Column, columnsOf, frameOf, stepMinutes, type Thing } from './grid.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { MoveDialog, type Question } from './MoveDialog.tsx';
import { type Moved, MovedNote } from './MovedNote.tsx';
import { canMove, judge } from './moves.ts';
import { MovingBar } from './MovingBar.tsx';
import type { Calendars } from './queries.ts';
import { type Stop, stopsOf } from './stops.ts';
import { placeAt, useDrag } from './use-drag.ts';
import { weekdayOf } from './view.ts';
import { wallTimeOf, writeMinute } from './wall-time.ts';

interface Props {
  readonly agenda: Agenda;
  readonly days: readonly string[];
  readonly today: string;
  readonly shown: readonly string[];
  /** Every calendar within reach, so that each keeps its look. */
  readonly all: Calendars;
  readonly what: string;
  readonly mayWork: boolean;
  readonly mayChange: boolean;
}

/** Days of calendars side by side, in which appointments are opened, moved, and free times booked. */
export function AgendaBoard({ agenda, days, today, shown, all, what, mayWork, mayChange }: Props) {
  const { grid, moving, list } = useMessages(deskAgenda);
  const language = useLanguage();
  const navigate = useNavigate();
  const deskNow = useDeskNow();
  const columns = useMemo(() => withoutIdleWeekend(columnsOf(agenda, days, shown)), [agenda, days.join(), shown.join()]);
  const frame = useMemo(() => frameOf(columns), [columns]);
  const cells = useMemo(() => columns.map((column) => cellsOf(column, frame)), [columns, frame]);
  const stops = useMemo(() => cells.map(stopsOf), [cells]);
  const table = useRef<HTMLTableElement>(null);
  const focusNext = useRef<DeskAppointmentItem | null>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [opened, setOpened] = useState<Thing | null>(null);
  const [note, setNote] = useState<{ readonly text: string; readonly isRefusal: boolean } | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const wall = wallTimeOf(deskNow);
  const drag = useDrag({ table, frame, onAim: setAim, onDrop: ask, onGiveUp: giveUp });
  const target = aim && columns[aim.column];
  const judgement = aim && target ? judge(aim.item, aim.minute, target, deskNow) : null;

  // Once its dialog is gone and the table shows it where it is now: its cell may be another one.
  useEffect(() => {
    const next = focusNext.current;
    if (next === null || question || opened) return;
    if ((agenda.items.find(({ id }) => id === next.id)?.revision ?? -1) < next.revision) return;
    focusNext.current = null;
    table.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.id)}"]`)?.focus();
  });

  function begin(thing: Thing, column: number): void {
    if (thing.kind !== 'appointment' || !canMove(thing.item)) return;
    setNote(null);
    setAim({ item: thing.item, column, minute: thing.start, by: 'keys' });
    focusNext.current = thing.item;
  }

  function giveUp(): void {
    setAim(null);
    setNote({ text: moving.stopped, isRefusal: false });
  }

  /** What is taken is refused at once; for anything else a person decides. */
  function ask(to: Aim): void {
    const column = columns[to.column];
    if (!column) return setAim(null);
    const found = judge(to.item, to.minute, column, deskNow);
    const from = to.item.starts_at && wallTimeOf(to.item.starts_at);
    const isBack = from && from.day === column.day && from.minute === to.minute && to.item.calendar_ids.includes(column.calendar.id);
    setAim(null);
    if (isBack) return setNote({ text: moving.stopped, isRefusal: false });
    if (found.taken) return setNote({ text: moving.refusedTaken(nameOf(found.taken)), isRefusal: true });
    setNote(null);
    setQuestion({ item: to.item, target: { day: column.day, minute: to.minute, calendar: column.calendar }, judgement: found });
  }

  function nameOf(thing: Thing): string {
    return thing.kind === 'appointment' ? nameIn(thing.item, grid) : moving.something;
  }

  function press(event: KeyboardEvent, stop: Stop | undefined): boolean {
    if (aim) return pressWhileMoving(event.key, aim);
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const column = columnOf(event.target);
    if (event.key.toLowerCase() === 's' && stop?.thing && mayWork) begin(stop.thing, column);
    else if (event.key.toLowerCase() === 'a' && mayChange) goToAbsence(columns[column]);
    else return false;
    return true;
  }

  function goToAbsence(column: Column | undefined): void {
    void navigate(staffPaths.newAbsence({ calendar: column?.calendar.id, day: column && column.day > today ? column.day : undefined }));
  }

  function pressWhileMoving(key: string, before: Aim): boolean {
    if (key === 'Escape') giveUp();
    else if (key === 'Enter') ask(before);
    else if (steeringKeys.some((one) => one === key)) setAim(steer(before, key, columns, frame) ?? before);
    else return false;
    return true;
  }

  /** While an appointment is on its way by the keys, a tap says where it goes. */
  function tap(event: MouseEvent): void {
    if (drag.wasDragged()) return event.preventDefault(), event.stopPropagation();
    if (!aim) return;
    event.preventDefault();
    event.stopPropagation();
    const place = placeAt(table.current, frame, event.clientX, event.clientY);
    if (place) ask({ ...aim, column: place.column, minute: Math.floor(place.minute / stepMinutes) * stepMinutes });
  }

  function done(result: Moved): void {
    setQuestion(null);
    setMoved(result);
    focusNext.current = result.item;
  }

  function refused(text: string): void {
    setQuestion(null);
    setNote({ text, isRefusal: true });
  }

  const said = aim && target ? [moving.at(formatDay(target.day, language), writeMinute(aim.minute), target.calendar.name), judgement?.taken && moving.isTaken, judgement?.isOutside && moving.isOutside].filter(Boolean).join(', ') : '';
  const nowColumns = columns.flatMap(({ day }, at) => (day === wall.day ? [at] : []));

  return (
    <>
      <div role="alert">{note?.isRefusal && <Alert kind="warning"><p className="mb-0">{note.text}</p></Alert>}</div>
      <Live text={aim?.by === 'keys' ? said : note && !note.isRefusal ? note.text : ''} />
      {aim?.by === 'keys' && <MovingBar name={nameIn(aim.item, grid)} at={said} isTaken={Boolean(judgement?.taken)} onConfirm={() => ask(aim)} onGiveUp={giveUp} />}
      <div className="agenda-scroll" data-days={days.length}>
        <div className={`agenda-canvas ${aim ? 'is-aiming' : ''}`} style={{ '--columns': columns.length, '--rows': frame.rows } as CSSProperties}>
          <AgendaGrid
            table={table}
            caption={grid.caption(what)}
            columns={columns}
            cells={cells}
            stops={stops}
            frame={frame}
            lookAt={days.includes(wall.day) ? wall.minute : 9 * 60}
            onKey={press}
            onClick={tap}
            head={(column) => <ColumnHead column={column} isWeek={days.length > 1} hasSeveral={shown.length > 1} today={today} look={lookOf(all, column.calendar.id)} />}
            cell={(cell: Cell, column: Column, stop: string) => (
              <CellOf
                key={column.key}
                cell={cell}
                column={column}
                frame={frame}
                stop={stop}
                look={lookOf(all, column.calendar.id)}
                mayWork={mayWork}
                movingId={aim?.item.id ?? question?.item.id ?? null}
                onOpen={setOpened}
                onGrab={(event, thing) => thing.kind === 'appointment' && drag.start(event, thing)}
              />
            )}
          />
          {nowColumns.length > 0 && <NowLine columns={nowColumns} minute={wall.minute} frame={frame} label={grid.now} />}
          {aim && target && <Ghost aim={aim} frame={frame} label={said} isTaken={Boolean(judgement?.taken)} isOutside={Boolean(judgement?.isOutside)} />}
        </div>
      </div>
      <p className="form-text no-print agenda-help">{mayWork && <>{grid.helpTouch} </>}{grid.help}</p>
      {days.length > 1 && columns.every(({ day }) => weekdayOf(day) < 6) && <p className="form-text">{grid.weekendHidden}</p>}
      <p className="visually-hidden">{list.count(new Set(columns.flatMap(({ things }) => things.flatMap((thing) => (thing.kind === 'appointment' ? [thing.item.id] : [])))).size)}</p>
      {opened?.kind === 'appointment' && (
        <ItemDialog
          item={agenda.items.find(({ id }) => id === opened.item.id) ?? opened.item}
          calendars={agenda.calendars}
          mayWork={mayWork}
          onMove={() => {
            setOpened(null);
            begin(opened, columns.findIndex(({ things }) => things.includes(opened)));
          }}
          onMoveTo={(day) => {
            setOpened(null);
            const calendar = agenda.calendars.find(({ id }) => opened.item.calendar_ids.includes(id));
            if (calendar) setQuestion({ item: opened.item, target: { day, minute: opened.start, calendar }, judgement: null });
          }}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.kind === 'block' && <BlockDialog block={opened.block} calendars={all} calendarId="" day={days[0] ?? today} mayChange={mayChange} onClose={() => setOpened(null)} />}
      {question && <MoveDialog question={question} calendars={agenda.calendars} onDone={done} onRefused={refused} onClose={() => setQuestion(null)} />}
      <MovedNote moved={moved} onOver={() => setMoved(null)} />
    </>
  );
}

/** Which column of the table a place of the keyboard lies in. */
function columnOf(target: EventTarget): number {
  return Number((target as Element).closest<HTMLElement>('[data-stop]')?.dataset.stop?.split(':')[0] ?? -1);
}

/** Saturday and Sunday are shown when something is open, taken or away then. */
function withoutIdleWeekend(columns: readonly Column[]): readonly Column[] {
  const days = new Set(columns.map(({ day }) => day));
  if (days.size === 1) return columns;
  const lively = new Set(columns.filter(({ open, things, day }) => weekdayOf(day) < 6 || open.length > 0 || things.length > 0).map(({ day }) => day));
  return columns.filter(({ day }) => lively.has(day));
}
