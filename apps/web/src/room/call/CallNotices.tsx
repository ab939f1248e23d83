import type { RoomPerson } from '@sportello/contract';
import { useState } from 'react';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { RoomSeen, ShownMessage } from '../connection/room-state.ts';
import type { MeshView } from './mesh.ts';
import { NetworkNotice, Notice, NoticeButton } from './Notices.tsx';
import type { OwnMedia, OwnView } from './own-media.ts';

interface Props {
  readonly seen: RoomSeen;
  /** How the appointment stands; null: as everybody thinks. */
  readonly standing: string | null;
  readonly isReconnecting: boolean;
  readonly own: OwnMedia;
  readonly view: OwnView;
  readonly meshView: MeshView;
  readonly onVoiceOnly: (isVoiceOnly: boolean) => void;
  /** Who may be let in by this person. */
  readonly waiting: readonly RoomPerson[];
  readonly isFull: boolean;
  readonly unread: readonly ShownMessage[];
  readonly onAdmit: (person: string) => void;
  readonly onOpenChat: () => void;
}

/** What has to be known now, and what can be done about it, over the pictures. */
export function CallNotices({ seen, standing, isReconnecting, own, view, meshView, onVoiceOnly, waiting, isFull, unread, onAdmit, onOpenChat }: Props) {
  const { notice: texts, chat, waiting: waitingTexts, controls } = useMessages(roomTexts);
  const [keepsVideo, keepVideo] = useState(false);
  const { you, by_phone_since, is_fallback } = seen;
  const isDesk = you.role === 'official' || you.role === 'colleague';
  const latest = unread.at(-1);

  return (
    <>
      {isReconnecting && <Notice text={texts.reconnecting} isStrong />}
      {standing !== null && <Notice text={standing} isStrong />}
      {by_phone_since !== null && standing === null && <Notice text={isDesk ? texts.byPhoneDesk : you.role === 'citizen' ? texts.byPhone : texts.byPhoneOthers} isStrong />}
      {is_fallback && <Notice text={texts.fallback} />}
      {waiting.map(({ id, name }) => (
        <Notice key={id} text={isFull ? waitingTexts.knocksFull(name) : waitingTexts.knocks(name)} isStrong>
          {!isFull && (
            <NoticeButton onClick={() => onAdmit(id)}>
              {waitingTexts.admit} <span className="visually-hidden">{name}</span>
            </NoticeButton>
          )}
        </Notice>
      ))}
      {!isReconnecting && (
        <NetworkNotice isTooSlow={meshView.isTooSlow && !keepsVideo} isVoiceOnly={meshView.isVoiceOnly} onVoiceOnly={onVoiceOnly} onKeepVideo={() => keepVideo(true)} />
      )}
      {view.isSharing && (
        <Notice text={texts.sharing}>
          <NoticeButton onClick={() => void own.turnScreen()}>{controls.shareStop}</NoticeButton>
        </Notice>
      )}
      {view.trouble && (
        <Notice text={{ camera: texts.cameraTrouble, microphone: texts.microphoneTrouble, screen: texts.screenTrouble }[view.trouble]}>
          <NoticeButton onClick={() => own.forgetTrouble()}>{texts.close}</NoticeButton>
        </Notice>
      )}
      {view.microphone === 'none' && !view.trouble && <Notice text={texts.noMicrophone} />}
      {latest && (
        <Notice text={`${latest.name}: ${latest.text}`}>
          <NoticeButton onClick={onOpenChat}>{chat.title}</NoticeButton>
        </Notice>
      )}
    </>
  );
}
