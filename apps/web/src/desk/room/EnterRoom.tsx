import type { DeskAppointmentItem } from '@sportello/contract';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import type { Moment } from '../today/group-board.ts';

interface Props {
  readonly item: Pick<DeskAppointmentItem, 'id' | 'channel' | 'state' | 'waiting_since'>;
  readonly name: string;
  readonly moment: Moment;
}

const meets: readonly DeskAppointmentItem['state'][] = ['confirmed', 'arrived', 'in_progress'];

/** The way into the room of a meeting by video, on its day; it stands out while somebody waits there. */
export function EnterRoom({ item: { id, channel, state, waiting_since }, name, moment }: Props) {
  const { board: texts } = useMessages(deskRoom);
  if (channel !== 'video' || moment.which !== 'today' || !meets.includes(state)) return null;
  return (
    <a className={`row-button ${waiting_since ? 'row-button-main' : 'row-button-other'}`} data-action="room" href={staffPaths.room(id, { enters: true })} aria-label={texts.enterOf(name)}>
      {texts.enter}
    </a>
  );
}
