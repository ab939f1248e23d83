import { useEffect, useState } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { papers as paperTexts } from '../../messages/papers.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Papers } from '../../papers/Papers.tsx';
import type { PapersPort } from '../../papers/papers-port.ts';
import type { Refused, RoomConnection } from '../../room/connection/room-connection.ts';
import type { RoomSeen } from '../../room/connection/room-state.ts';
import { useVendorTab } from '../../room/inside/use-vendor-tab.ts';
import { WaitingChat } from '../../room/inside/WaitingChat.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { DeskPanels } from './DeskPanels.tsx';
import { RoomFrame } from './RoomFrame.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';
import { WaitingList } from './WaitingList.tsx';

interface Props extends DeskRoomProps {
  readonly room: RoomConnection;
  readonly seen: RoomSeen;
  readonly papers: PapersPort;
  readonly onLeave: () => void;
}

/** Where the union meets at a vendor's: here people are let in, and the meeting opens in a tab of its own. */
export function DeskVendor({ room, seen, papers, onLeave, ...desk }: Props) {
  const { waiting: words, enter, end, tools } = useMessages(deskRoom);
  const { vendor } = useMessages(roomBefore);
  const { title: papersTitle } = useMessages(paperTexts);
  const tab = useVendorTab(seen.token);
  const refused = useRefusal(room);
  const name = vendor.names[seen.provider];
  const waiting = seen.people.filter(({ is_in }) => !is_in);
  return (
    <RoomFrame {...desk} aside={<DeskPanels shown={desk.shown} view={desk.view} />}>
      <RoomPanelFrame title={words.title} lead={enter.by(name)}>
        <WaitingList
          people={waiting}
          actionFor={(person) => (
            <button type="button" className="row-button row-button-main" aria-label={words.admitOf(person.name)} onClick={() => room.admit(person.id)}>
              {words.admit}
            </button>
          )}
        />
        <p role="status">{refused ? words.refused[refused.why] : ''}</p>
        <div className="button-row">
          <Button wide busy={tab.isOpening} onClick={tab.open}>
            {tab.isOpened ? vendor.reopen : vendor.open}
          </Button>
          <Button kind="outline-danger" wide onClick={desk.onEnd}>
            {end.open}
          </Button>
          <Button kind="outline-primary" wide onClick={onLeave}>
            {tools.leave}
          </Button>
        </div>
        <div role="status">
          {tab.isOpened && <p>{enter.byOpened}</p>}
          {tab.blockedUrl && (
            <p>
              {vendor.blocked}{' '}
              <a href={tab.blockedUrl} target="_blank" rel="noreferrer">
                {name}
              </a>
            </p>
          )}
        </div>
        {tab.error && (
          <Alert kind="danger" role="alert">
            <p>{vendor.failed}</p>
          </Alert>
        )}
      </RoomPanelFrame>
      <div className="board-panel">
        <WaitingChat title={words.chat} messages={seen.messages} you={seen.you.id} onChat={(text) => room.chat(text)} />
      </div>
      <RoomPanelFrame title={papersTitle}>
        <Papers port={papers} reader="staff" revision={seen.files_revision} />
      </RoomPanelFrame>
    </RoomFrame>
  );
}

/** What the room did not do, until it does the next thing. */
function useRefusal(room: RoomConnection): Refused | null {
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => room.onRefused(setRefused), [room]);
  return refused;
}
