import { type Board, may } from '@sportello/contract';
import { useMemo } from 'react';
import { useAnswer } from '../../api.ts';
import { offices } from '../../directory.ts';
import { dayOf, formatDay } from '../../format/dates.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { useMoment } from '../attendance/moment.ts';
import { AttendanceProvider } from '../attendance/AttendanceContext.tsx';
import { AttendanceFoot } from '../attendance/AttendanceFoot.tsx';
import { useDeskMinute } from '../desk-minute.ts';
import { officesWithin } from '../offices-within.ts';
import { type AskedBoard, knownFilter, useAskedBoard } from './board-filter.ts';
import { boardOf } from './board-query.ts';
import { BoardAside } from './BoardAside.tsx';
import { BoardCounts } from './BoardCounts.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { BoardGroups } from './BoardGroups.tsx';
import { DayTurner } from './DayTurner.tsx';
import { EmptyDay } from './EmptyDay.tsx';
import { filterBoard, groupBoard, ownCalendars } from './group-board.ts';
import { LiveAnnouncer } from './LiveAnnouncer.tsx';
import { usePrinting } from './print-board.ts';
import { PrintSheet } from './PrintSheet.tsx';

/** Where the form lies far below the people. */
function toWalkIn(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const form = document.getElementById('walk-in');
  form?.scrollIntoView({ block: 'start' });
  form?.querySelector<HTMLElement>('select')?.focus({ preventScroll: true });
}

/** Everybody of a day by how they stand, and what can be done for each in one press. Day and filters stand in the address. */
export function TodayPage() {
  const asked = useAskedBoard();
  const today = dayOf(new Date(useDeskMinute()).toISOString());
  return (
    <AttendanceProvider>
      <DayBoard asked={asked} day={asked.day ?? today} today={today} />
      <AttendanceFoot />
    </AttendanceProvider>
  );
}

function DayBoard({ asked, day, today }: { readonly asked: AskedBoard; readonly day: string; readonly today: string }) {
  const texts = useMessages(deskToday);
  const language = useLanguage();
  const me = useMe();
  const moment = useMoment(day);
  const within = officesWithin(me, useAnswer(offices));
  const board = useAnswer(boardOf(day));
  const { officeId, calendar } = knownFilter(asked, within, board.calendars);
  const filter = useMemo(() => ({ officeId, calendar }), [officeId, calendar]);
  const items = useMemo(() => filterBoard(board, filter), [board, filter]);
  const groups = groupBoard(items, moment);
  const printing = usePrinting(day, officeId);
  const written = formatDay(day, language);
  const shownDay = day === today ? undefined : day;
  const shown = items.length - groups.cancelled.length;

  return (
    <div className="container page-body board-page">
      <div className="board-head">
        <StaffHead title={texts.title(me.given_name)} />
        <div className="board-day">
          <h2>
            {day === today && <>{texts.today}: </>}
            {written}
          </h2>
          <p role="status">{texts.people(shown)}</p>
        </div>
        <div className="board-tools">
          <DayTurner day={day} today={today} filter={filter} />
          <BoardFilters day={shownDay} filter={filter} offices={within} calendars={board.calendars} />
          <button type="button" className="btn btn-outline-primary board-print" aria-disabled={printing.isBusy || undefined} onClick={() => void printing.start()}>
            {texts.print}
          </button>
          {moment.which === 'today' && may(me.role, 'appointment.work') && (
            <a className="btn btn-outline-primary board-print board-to-walk-in" href="#walk-in" onClick={toWalkIn}>
              {texts.toWalkIn}
            </a>
          )}
        </div>
      </div>
      <Refusal error={printing.error} text={printing.error ? texts.sheet.failed : undefined} />
      <div className="board-columns">
        <div className="board-main">
          <BoardCounts groups={groups} pendingCount={board.pending_count} />
          {items.length === 0 ? (
            <EmptyDay day={day} nextDay={board.next_day} isToday={day === today} filter={filter} mayBook={may(me.role, 'appointment.work')} />
          ) : (
            <BoardGroups day={day} groups={groups} calendars={board.calendars} />
          )}
        </div>
        <BoardAside board={board} items={items} filter={filter} offices={within} which={moment.which} role={me.role} />
      </div>
      <LiveAnnouncer items={board.items} />
      {printing.isOnPaper && <PrintSheet day={day} items={items.filter((item) => !groups.cancelled.includes(item) && item.state !== 'held')} calendars={board.calendars} narrowedTo={narrowedTo(board)} />}
    </div>
  );

  function narrowedTo({ calendars }: Board): string {
    const office = within.find(({ id }) => id === officeId)?.name;
    const whose = calendar === ownCalendars ? texts.myCalendar : calendars.find(({ id }) => id === calendar)?.name;
    return [office, whose].filter(Boolean).join(', ');
  }
}
