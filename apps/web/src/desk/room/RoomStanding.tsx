import type { DeskAppointmentItem } from '@sportello/contract';
import { formatTime } from '../../format/dates.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

type Item = Pick<DeskAppointmentItem, 'waiting_since' | 'in_room' | 'by_phone_since'>;

/** Of a meeting by video: that they wait in the room and since when, are in it, or are met by phone. */
export function RoomStanding({ item: { waiting_since, in_room, by_phone_since } }: { readonly item: Item }) {
  const { board: texts } = useMessages(deskRoom);
  return (
    <>
      {waiting_since && <strong className="person-room">{texts.waitsSince(formatTime(waiting_since))}</strong>}
      {in_room && <span className="person-room">{texts.inRoom}</span>}
      {by_phone_since && <span className="person-call">{texts.byPhone}</span>}
    </>
  );
}
