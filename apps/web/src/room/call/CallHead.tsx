import type { RoomPerson } from '@sportello/contract';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CallIcon } from './CallIcon.tsx';

interface Props {
  readonly people: readonly RoomPerson[];
  readonly you: RoomPerson;
  readonly subject: string;
}

/** With whom, about what, and that nothing is kept of it. */
export function CallHead({ people, you, subject }: Props) {
  const { title, titleWith, notRecorded, notRecordedLong } = useMessages(roomTexts);
  const names = people.filter(({ id, is_in }) => is_in && id !== you.id).map(({ name }) => name);
  return (
    <div className="call-head">
      <div className="call-head-text">
        <h1 tabIndex={-1}>{names.length === 0 ? title : titleWith(names.join(', '))}</h1>
        <p className="call-subject">{subject}</p>
      </div>
      <p className="call-not-recorded" title={notRecordedLong}>
        <CallIcon name="lock" />
        {notRecorded}
      </p>
    </div>
  );
}
