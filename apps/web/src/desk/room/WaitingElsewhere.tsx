import type { WaitingPerson } from '@sportello/contract';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { WaitingList } from './WaitingList.tsx';

/** Who waits for rooms, each with the way there. */
export function WaitingElsewhere({ waiting }: { readonly waiting: readonly WaitingPerson[] }) {
  const { waiting: texts } = useMessages(deskRoom);
  const roomOf = (personId: string) => waiting.find(({ person_id }) => person_id === personId)?.appointment_id ?? '';
  return (
    <WaitingList
      people={waiting.map(({ person_id, waiting_since, ...person }) => ({ ...person, id: person_id, since: waiting_since }))}
      actionFor={({ id, name }) => (
        <a className="row-button row-button-other" href={staffPaths.room(roomOf(id))} aria-label={texts.open(name)}>
          {texts.openShort}
        </a>
      )}
    />
  );
}
