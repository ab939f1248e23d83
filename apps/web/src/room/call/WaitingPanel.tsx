import type { RoomPerson } from '@sportello/contract';
import { formatTime } from '../../format/dates.ts';
import type { it } from '../../messages/room.it.ts';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

interface Props {
  readonly people: readonly RoomPerson[];
  readonly ownId: string;
  /** Nobody can be let in until somebody goes. */
  readonly isFull: boolean;
  readonly onAdmit: (person: string) => void;
  readonly onSendBack: (person: string) => void;
}

/** For the desk: who waits before the door of this room, and who is in it. */
export function WaitingPeople({ people, ownId, isFull, onAdmit, onSendBack }: Props) {
  const { roles, waiting: texts } = useMessages(roomTexts);
  const others = people.filter(({ id }) => id !== ownId);
  const waiting = others.filter(({ is_in }) => !is_in);
  const inside = others.filter(({ is_in, role }) => is_in && role !== 'official' && role !== 'colleague');
  return (
    <div className="call-waiting">
      {waiting.length === 0 && <p className="call-empty">{texts.empty}</p>}
      {waiting.length > 0 && isFull && <p className="call-full">{texts.full}</p>}
      <ul>
        {waiting.map((person) => (
          <li key={person.id}>
            <p className="call-waiting-name">
              <strong>{person.name}</strong> · {roles[person.role]}
            </p>
            <p>
              {texts.since(formatTime(person.since))}, {sayDevices(person, texts)}
            </p>
            {!isFull && (
              <button type="button" className="btn btn-primary" onClick={() => onAdmit(person.id)}>
                {texts.admit} <span className="visually-hidden">{person.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {inside.length > 0 && (
        <>
          <h3>{texts.inside}</h3>
          <ul>
            {inside.map((person) => (
              <li key={person.id}>
                <p className="call-waiting-name">
                  <strong>{person.name}</strong> · {roles[person.role]}
                </p>
                <button type="button" className="btn btn-outline-primary" onClick={() => onSendBack(person.id)}>
                  {texts.sendBack} <span className="visually-hidden">{person.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sayDevices({ has_camera, has_microphone }: RoomPerson, texts: typeof it.waiting): string {
  const devices = [has_camera && texts.camera, has_microphone && texts.microphone].filter((name) => name !== false);
  return devices.length === 0 ? texts.nothing : texts.with(devices.join(', '));
}
