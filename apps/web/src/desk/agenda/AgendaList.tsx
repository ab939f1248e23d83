import type { Agenda, DeskAppointmentItem } from '@sportello/contract';
import { formatDay } from '../../format/dates.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { type Column as RowColumn, Rows } from '../../staff/Rows.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { StateChip } from '../StateChip.tsx';
import { hasNews, nameIn } from './AppointmentCard.tsx';
import { lookOf } from './calendar-looks.ts';
import { type Column, columnsOf } from './grid.ts';
import type { Calendars } from './queries.ts';
import { minutesADay, wallTimeOf, writeMinute } from './wall-time.ts';

interface Props {
  readonly agenda: Agenda;
  readonly days: readonly string[];
  readonly today: string;
  readonly shown: readonly string[];
  readonly all: Calendars;
}

/** The same days in plain rows: for a phone, and for who listens to the page. */
export function AgendaList({ agenda, days, today, shown, all }: Props) {
  const { list, grid, tools } = useMessages(deskAgenda);
  const language = useLanguage();
  const columns = columnsOf(agenda, days, shown);
  const items = agenda.items.filter(({ calendar_ids, starts_at }) => starts_at !== null && calendar_ids.some((id) => shown.includes(id)));

  return days.map((day) => {
    const ofDay = items.filter(({ starts_at }) => starts_at !== null && wallTimeOf(starts_at).day === day).sort((a, b) => Date.parse(a.starts_at ?? '') - Date.parse(b.starts_at ?? ''));
    const remarks = remarksOf(columns.filter((column) => column.day === day));
    return (
      <section key={day} aria-labelledby={`day-${day}`} className="agenda-list-day">
        <h3 id={`day-${day}`}>
          {day === today && <>{tools.today}, </>}
          {formatDay(day, language)} <span className="agenda-list-count">{ofDay.length > 0 && list.count(ofDay.length)}</span>
        </h3>
        {remarks.length > 0 && (
          <ul className="agenda-remarks">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        {ofDay.length === 0 ? <p className="form-text">{list.none}</p> : <Rows caption={formatDay(day, language)} columns={rowColumns()} items={ofDay} keyOf={({ id }) => id} />}
      </section>
    );
  });

  function rowColumns(): readonly RowColumn<DeskAppointmentItem>[] {
    const hours = ({ starts_at, ends_at }: DeskAppointmentItem) => [starts_at, ends_at].map((instant) => instant && writeMinute(wallTimeOf(instant).minute)).join('–');
    return [
      {
        label: list.columns.time,
        isMain: true,
        cell: (item) => (
          <a href={staffPaths.appointment(item.id)} aria-label={list.open(hours(item), nameIn(item, grid))}>
            {hours(item)}
          </a>
        ),
      },
      { label: list.columns.person, cell: (item) => <PersonCell item={item} /> },
      { label: list.columns.service, cell: ({ service_name }) => service_name },
      { label: list.columns.calendar, cell: ({ calendar_ids }) => <CalendarNames ids={calendar_ids} all={all} /> },
      { label: list.columns.state, cell: ({ state }) => <StateChip state={state} /> },
    ];
  }

  /** Closed days, absences and time kept for something else, in words. */
  function remarksOf(ofDay: readonly Column[]): readonly string[] {
    const closed = ofDay.filter(({ closedFor, open }) => closedFor !== null && open.length === 0);
    const sayHours = (from: number, to: number) => (from === 0 && to === minutesADay ? list.allDay : `${writeMinute(from)}–${writeMinute(to)}`);
    return [
      ...new Set(closed.map(({ closedFor, calendar }) => (closed.length === ofDay.length ? grid.closedDay(closedFor ?? '') : `${calendar.name}: ${grid.closedDay(closedFor ?? '')}`))),
      ...ofDay.flatMap(({ absences, calendar }) => absences.map(({ from, to, absence }) => [(absence.is_imported ? list.imported : list.absence)(calendar.name, sayHours(from, to)), absence.reason].filter(Boolean).join(', '))),
      ...ofDay.flatMap(({ things, calendar }) =>
        things.flatMap((thing) => (thing.kind === 'block' ? [[`${calendar.name}: ${grid.block}`, sayHours(thing.start, thing.end), thing.block.reason].filter(Boolean).join(', ')] : [])),
      ),
    ];
  }
}

function PersonCell({ item }: { readonly item: DeskAppointmentItem }) {
  const { grid } = useMessages(deskAgenda);
  return (
    <>
      {nameIn(item, grid)} {hasNews(item) && <span className="rows-sub person-papers">{grid.newFiles(item.new_file_count)}</span>}
    </>
  );
}

function CalendarNames({ ids, all }: { readonly ids: readonly string[]; readonly all: Calendars }) {
  return all
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => (
      <span key={id} className="agenda-calendar-name">
        <span className={`swatch look-${lookOf(all, id)}`} aria-hidden="true" /> {name}
      </span>
    ));
}
