import type { RoomRole } from '@sportello/contract';
import { formatTime } from '../../format/dates.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import type { it } from '../../messages/desk-room.it.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { minutesFrom, useDeskMinute } from '../desk-minute.ts';

/** Somebody who waits, wherever it is known from. */
export interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly role: RoomRole;
  readonly since: string;
  readonly has_camera: boolean;
  readonly has_microphone: boolean;
}

interface Props {
  readonly people: readonly Waiting[];
  /** What can be done for each, beside them. */
  readonly actionFor?: (person: Waiting) => React.ReactNode;
}

/** Who waits, since when and with which devices, who waits longest first. */
export function WaitingList({ people, actionFor }: Props) {
  const { waiting: texts, roles } = useMessages(deskRoom);
  const now = useDeskMinute();
  if (people.length === 0) return <p className="panel-lead">{texts.none}</p>;
  return (
    <ul className="panel-list room-waiting-list">
      {people.map((person) => (
        <li key={person.id}>
          <span>
            <strong>{person.name}</strong>
            {person.role !== 'citizen' && <>, {roles[person.role]}</>}
            <br />
            {texts.since(formatTime(person.since), minutesFrom(person.since, now))}, {sayDevices(person, texts)}
          </span>
          {actionFor?.(person)}
        </li>
      ))}
    </ul>
  );
}

function sayDevices({ has_camera, has_microphone }: Waiting, texts: typeof it.waiting): string {
  if (has_camera && has_microphone) return texts.both;
  if (has_microphone) return texts.only(texts.microphone);
  return has_camera ? texts.only(texts.camera) : texts.neither;
}
