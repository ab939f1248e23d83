import { type DeskAppointmentItem, may } from '@sportello/contract';
import { formatTime } from '../../format/dates.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useAttendance, useRowState } from '../attendance/AttendanceContext.tsx';
import { RowButton } from '../attendance/StepButtons.tsx';
import { useNameOf } from '../name-of.ts';

/** Whom a message did not reach. The number comes up on their row. */
export function ToCallPanel({ items }: { readonly items: readonly DeskAppointmentItem[] }) {
  return (
    <ul className="panel-list">
      {items.map((item) => (
        <ToCall key={item.id} item={item} />
      ))}
    </ul>
  );
}

function ToCall({ item }: { readonly item: DeskAppointmentItem }) {
  const { call, callOf } = useMessages(deskToday);
  const { role } = useMe();
  const attendance = useAttendance();
  const { isBusy } = useRowState(item.id);
  const name = useNameOf()(item);
  return (
    <li>
      <span>
        {item.starts_at && `${formatTime(item.starts_at)} `}
        <a href={staffPaths.appointment(item.id)}>{name}</a>
      </span>
      {item.has_phone && may(role, 'person.reveal') && <RowButton action="to-call" look="other" label={call} says={callOf(name)} icon isBusy={isBusy} onPress={() => void attendance.call(item)} />}
    </li>
  );
}
