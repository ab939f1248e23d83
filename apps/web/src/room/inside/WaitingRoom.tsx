import { useEffect } from 'react';
import { formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Live } from '../../ui/Live.tsx';
import { useReceivedBy } from '../before/Gate.tsx';
import type { Devices, RoomSeen } from '../connection/room-state.ts';
import type { InsideProps } from './InsideRoom.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { useOwnMedia } from './use-own-media.ts';
import { WaitingChat } from './WaitingChat.tsx';

interface Props extends InsideProps {
  /** null: on the way in. */
  readonly seen: RoomSeen | null;
  readonly isReconnecting: boolean;
  /** They were in, and the office has asked them to wait again. */
  readonly wasSentBack: boolean;
  readonly onDevices: (devices: Devices) => void;
  readonly onChat: (text: string) => void;
  readonly onLeave: () => void;
}

/** Where one waits: by whom one is received, how many are before, how late it is, and oneself as one will be seen. */
export function WaitingRoom(props: Props) {
  const { view, seen, who, trail, isReconnecting, wasSentBack, phone, guests, checkHref, onDevices, onChat, onLeave } = props;
  const { waiting: texts } = useMessages(roomBefore);
  const { view: own, own: media } = useOwnMedia();
  const receivedBy = useReceivedBy(view);
  const standing = useStandingTexts(seen, view.starts_at);
  const official = view.official_names.join(', ');
  const hasCamera = own.camera === 'on';
  const hasMicrophone = own.microphone === 'on';
  useEffect(() => onDevices({ has_camera: hasCamera, has_microphone: hasMicrophone }), [hasCamera, hasMicrophone, onDevices]);

  return (
    <div className="container page-body room-page">
      <PageHead title={seen ? texts.title : texts.connecting} lead={seen ? (who === 'guest' || !official ? texts.guestLead : texts.lead(official)) : undefined} trail={trail} />
      <Live text={standing.said} />
      {isReconnecting && (
        <Alert kind="warning" role="status">
          <p>{texts.reconnecting}</p>
        </Alert>
      )}
      {wasSentBack && (
        <Alert kind="info" role="status">
          <p>{texts.sentBack}</p>
        </Alert>
      )}
      <div className="room-columns">
        <div className="room-main">
          <section className="room-standing" aria-label={texts.who}>
            <p className="room-official">{receivedBy}</p>
            {standing.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="room-stay">{texts.stay}</p>
          </section>
          <OwnPicture own={own} media={media} checkHref={checkHref} />
          {seen && <WaitingChat messages={seen.messages} you={seen.you.id} onChat={onChat} />}
          {guests}
          <p className="room-quiet">{texts.noRecording}</p>
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

/** Place in line, delay and since when, as lines; what changes is `said` aloud, without the clock. */
function useStandingTexts(seen: RoomSeen | null, startsAt: string | null): { readonly lines: readonly string[]; readonly said: string } {
  const { waiting: texts } = useMessages(roomBefore);
  const { minutes } = useMessages(common);
  if (!seen) return { lines: [], said: '' };
  const { line, you } = seen;
  const place = line ? texts.before(line.before) : '';
  const late = line ? (line.delay_minutes ? texts.late(minutes(line.delay_minutes)) : texts.onTime) : '';
  const starts = startsAt ? texts.startsAt(formatTime(startsAt)) : '';
  return { lines: [place, late, starts, texts.since(formatTime(you.since))].filter(Boolean), said: [place, late].filter(Boolean).join(' ') };
}
