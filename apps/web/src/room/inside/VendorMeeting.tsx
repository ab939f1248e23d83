import { useMemo } from 'react';
import { papers } from '../../messages/papers.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Papers } from '../../papers/Papers.tsx';
import { papersOfRoom } from '../../papers/room-papers.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import type { RoomConnection } from '../connection/room-connection.ts';
import { type RoomSeen, seenOf } from '../connection/room-state.ts';
import type { InsideProps } from './InsideRoom.tsx';
import { useVendorTab } from './use-vendor-tab.ts';
import { WaitingChat } from './WaitingChat.tsx';

interface Props extends InsideProps {
  readonly room: Pick<RoomConnection, 'read'>;
  readonly seen: RoomSeen;
  readonly onChat: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * Where the union meets at a vendor's: our waiting room was the gate, and the meeting opens in a tab of its own. Not in a
 * frame: that would let a page of somebody else's use camera and microphone inside ours, and our policy name its host.
 */
export function VendorMeeting({ who, room, seen, view, trail, phone, onChat, onLeave }: Props) {
  const { vendor: texts } = useMessages(roomBefore);
  const { title: papersTitle } = useMessages(papers);
  const { isOpening, isOpened, error, blockedUrl, open } = useVendorTab(seen.token);
  const port = useMemo(() => papersOfRoom(view.appointment_code, () => seenOf(room.read())?.token ?? ''), [view.appointment_code, room]);
  const name = texts.names[seen.provider];
  return (
    <div className="container page-body room-page">
      <PageHead title={texts.title} lead={texts.text(name)} trail={trail} />
      <div className="room-columns">
        <div className="room-main">
          <div className="room-ways">
            <Button wide busy={isOpening} onClick={open}>
              {isOpening ? texts.opening : isOpened ? texts.reopen : texts.open}
            </Button>
          </div>
          <div role="status">
            <p>{isOpened ? texts.opened : texts.keep}</p>
            {blockedUrl && (
              <p>
                {texts.blocked}{' '}
                <a href={blockedUrl} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </p>
            )}
          </div>
          {error && (
            <Alert kind="danger" role="alert">
              <p>{texts.failed}</p>
            </Alert>
          )}
          <WaitingChat messages={seen.messages} you={seen.you.id} onChat={onChat} />
          <section className="room-papers" aria-labelledby="room-papers">
            <h2 id="room-papers">{papersTitle}</h2>
            <Papers port={port} reader={who} revision={seen.files_revision} />
          </section>
          <p className="room-quiet">{view.office.name}</p>
          <p>
            <button type="button" className="link-button" onClick={onLeave}>
              {texts.leave}
            </button>
          </p>
        </div>
        {phone}
      </div>
    </div>
  );
}
