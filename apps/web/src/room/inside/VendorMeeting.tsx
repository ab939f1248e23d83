import { call, findMeetingAddress } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import type { RoomSeen } from '../connection/room-state.ts';
import type { InsideProps } from './InsideRoom.tsx';
import { WaitingChat } from './WaitingChat.tsx';

interface Props extends InsideProps {
  readonly seen: RoomSeen;
  readonly onChat: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * Where the union meets at a vendor's: our waiting room was the gate, and the meeting opens in a tab of its own. Not in a
 * frame: that would let a page of somebody else's use camera and microphone inside ours, and our policy name its host.
 */
export function VendorMeeting({ seen, view, trail, phone, onChat, onLeave }: Props) {
  const { vendor: texts } = useMessages(roomBefore);
  const { isOpening, error, blockedUrl, open } = useVendorTab(seen.token);
  const name = texts.names[seen.provider];
  return (
    <div className="container page-body room-page">
      <PageHead title={texts.title} lead={texts.text(name)} trail={trail} />
      <div className="room-columns">
        <div className="room-main">
          <div className="room-ways">
            <Button wide busy={isOpening} onClick={open}>
              {isOpening ? texts.opening : texts.open}
            </Button>
          </div>
          <div role="status">
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

/** The tab is opened with the press, as browsers block it later, and goes to the vendor once the address is known. */
export function useVendorTab(token: string) {
  const [blockedUrl, setBlockedUrl] = useState<string | null>(null);
  const asking = useMutation({ mutationFn: () => call(findMeetingAddress, { token, body: {} }) });

  function open(): void {
    setBlockedUrl(null);
    const opened = window.open('', '_blank');
    asking.mutate(undefined, {
      onSuccess({ url, provider }) {
        // The vendor has failed meanwhile, and the room itself says that everybody meets here.
        if (provider === 'own') return opened?.close();
        if (!opened) return setBlockedUrl(url);
        opened.opener = null;
        opened.location.replace(url);
      },
      onError: () => opened?.close(),
    });
  }

  return { isOpening: asking.isPending, error: asking.error, blockedUrl, open };
}
