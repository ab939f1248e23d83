import { type Board, type DeskAppointmentItem, may, type Office, type Role } from '@sportello/contract';
import { type ReactNode, useId } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useAttendance } from '../attendance/AttendanceContext.tsx';
import { WaitingPanel } from '../room/WaitingPanel.tsx';
import { DelayPanel } from './DelayPanel.tsx';
import { type BoardFilter, ownCalendars, type WhichDay } from './group-board.ts';
import { ToCallPanel } from './ToCallPanel.tsx';
import { WalkInForm } from './WalkInForm.tsx';

interface Props {
  readonly board: Board;
  /** What the filter left. */
  readonly items: readonly DeskAppointmentItem[];
  readonly filter: BoardFilter;
  readonly offices: readonly Office[];
  readonly which: WhichDay;
  readonly role: Role;
}

/** Beside the people: whom to call, who just came in, how late it is. */
export function BoardAside({ board, items, filter, offices, which, role }: Props) {
  const texts = useMessages(deskToday);
  const { board: room } = useMessages(deskRoom);
  const { finish } = useAttendance();
  const toCall = items.filter(({ to_call_since, state }) => to_call_since !== null && state !== 'cancelled' && state !== 'refused');
  const mayWork = may(role, 'appointment.work');
  const isToday = which === 'today';
  const shownCalendar = filter.calendar === ownCalendars ? undefined : filter.calendar;
  const hasDelayPanel = isToday && (mayWork || board.delays.length > 0);
  if (toCall.length === 0 && !isToday) return null;
  return (
    <aside className="board-aside">
      {isToday && items.some(({ channel }) => channel === 'video') && (
        <Panel title={room.title} lead={room.lead}>
          <WaitingPanel />
        </Panel>
      )}
      {toCall.length > 0 && (
        <Panel title={texts.toCall.title} lead={texts.toCall.lead} count={toCall.length}>
          <ToCallPanel items={toCall} />
        </Panel>
      )}
      {isToday && mayWork && (
        <Panel title={texts.walkIn.title} lead={texts.walkIn.help} id="walk-in">
          <WalkInForm offices={offices} officeId={filter.officeId} onAdded={(item) => finish({ what: 'added', item, backTo: null })} />
        </Panel>
      )}
      {hasDelayPanel && (
        <Panel title={texts.delay.title} lead={mayWork ? texts.delay.lead : undefined}>
          <DelayPanel calendars={board.calendars} delays={board.delays} shownId={shownCalendar} mayAnnounce={mayWork} />
        </Panel>
      )}
    </aside>
  );
}

function Panel({ title, lead, count, id, children }: { readonly title: string; readonly lead?: string | undefined; readonly count?: number; readonly id?: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section className="board-panel" id={id} aria-labelledby={heading}>
      <h3 id={heading}>
        {title} {count !== undefined && <span className="group-count">{count}</span>}
      </h3>
      {lead && <p className="panel-lead">{lead}</p>}
      {children}
    </section>
  );
}
