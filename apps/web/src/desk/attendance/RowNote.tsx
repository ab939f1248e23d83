import type { DeskAppointmentItem } from '@sportello/contract';
import { formatTime } from '../../format/dates.ts';
import { formatPhone } from '../../format/phone.ts';
import { desk } from '../../messages/desk.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useAttendance, useRowState } from './AttendanceContext.tsx';
import type { LastChange } from './present-state.ts';
import { RowButton } from './StepButtons.tsx';

/** What is to be said of one appointment, beside it, until it is read: the number to call, what was not saved, who was faster. */
export function RowNote({ item, name }: { readonly item: DeskAppointmentItem; readonly name: string }) {
  const { phone, trouble } = useMessages(deskToday);
  const { dismiss, mark } = useAttendance();
  const { note } = useRowState(item.id);
  const sayChange = useSayChange(item, name);
  if (!note) return null;

  const close = (label: string) => <RowButton action="dismiss" look="back" label={label} says={`${label}: ${name}`} isBusy={false} onPress={() => dismiss(item.id)} />;
  switch (note.kind) {
    case 'phone':
      return (
        <div className="row-note row-note-info" role="status">
          <p>
            {phone.number(name)} <a href={`tel:${note.phone}`}>{formatPhone(note.phone)}</a> <span className="row-note-small">{phone.recorded}</span>
          </p>
          {close(phone.hide)}
        </div>
      );
    case 'not-saved':
      return (
        <div className="row-note row-note-danger" role="alert">
          <p>{sayChange(note.why)}</p>
          <RowButton action="retry" look="other" label={trouble.retry} says={`${trouble.retry}: ${name}`} isBusy={false} onPress={() => void mark(item, note.wish.to)} />
          {close(trouble.dismiss)}
        </div>
      );
    case 'changed':
      return (
        <div className="row-note row-note-warning" role="alert">
          <p>{sayChange(note.by)}</p>
          {close(trouble.dismiss)}
        </div>
      );
    case 'refused':
    case 'not-called':
      return (
        <div className="row-note row-note-danger" role="alert">
          <p>{note.kind === 'refused' ? note.text : trouble.notCalled}</p>
          {close(trouble.dismiss)}
        </div>
      );
    default:
      return note satisfies never;
  }
}

/** Why nothing was saved, or who saved something else; and where the appointment stands. */
function useSayChange({ state }: DeskAppointmentItem, name: string): (what: 'offline' | 'no-answer' | LastChange | null) => string {
  const { trouble } = useMessages(deskToday);
  const stands = useMessages(desk).states[state];
  return (what) => {
    if (what === 'offline') return trouble.offline(name, stands);
    if (what === 'no-answer') return trouble.noAnswer(name, stands);
    if (what === null) return trouble.changed(name, stands);
    const who = what.actor === 'staff' ? (what.staffName ?? trouble.somebody) : trouble[what.actor];
    return trouble.changedBy(who, formatTime(what.at), name, stands);
  };
}
