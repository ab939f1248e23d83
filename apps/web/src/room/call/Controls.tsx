import type { ReactNode, RefObject } from 'react';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { canShareScreen } from './can-share.ts';
import { ControlButton } from './ControlButton.tsx';
import type { OwnMedia, OwnView } from './own-media.ts';

export type PanelName = 'chat' | 'files' | 'waiting';
export type QuestionName = 'more' | 'phone' | 'leave';

interface Props {
  readonly own: OwnMedia;
  readonly view: OwnView;
  readonly onCamera: () => void;
  readonly panel: PanelName | null;
  readonly unread: number;
  readonly hasNewFiles: boolean;
  /** How many wait; null: this person lets nobody in. */
  readonly waiting: number | null;
  readonly hasFiles: boolean;
  readonly hasPhone: boolean;
  /** What the desk does with the appointment. */
  readonly tools: ReactNode;
  /** The button of the open panel, for giving the focus back. */
  readonly openButton: RefObject<HTMLButtonElement | null>;
  readonly onPanel: (panel: PanelName) => void;
  readonly onAsk: (question: QuestionName) => void;
}

/** What one can do, always at the bottom and always with its word. */
export function Controls({ own, view, onCamera, panel, unread, hasNewFiles, waiting, hasFiles, hasPhone, tools, openButton, onPanel, onAsk }: Props) {
  const { controls: texts } = useMessages(roomTexts);
  const { microphone, camera, isSharing, isBusy } = view;

  const panelButton = (name: PanelName) => ({ isExpanded: panel === name, look: panel === name ? ('open' as const) : undefined, onClick: () => onPanel(name), ...(panel === name && { ref: openButton }) });

  return (
    <div className="call-controls" role="group" aria-label={texts.label}>
      <div className="call-controls-main">
        <ControlButton
          icon={microphone === 'on' ? 'microphone' : 'microphone-off'}
          label={texts.microphone}
          name={microphone === 'on' ? texts.microphoneOn : texts.microphoneOff}
          look={microphone === 'on' ? undefined : 'off'}
          busy={isBusy}
          onClick={() => void own.turnMicrophone()}
        />
        <ControlButton
          icon={camera === 'on' ? 'camera' : 'camera-off'}
          label={texts.camera}
          name={camera === 'on' ? texts.cameraOn : texts.cameraOff}
          look={camera === 'on' ? undefined : 'off'}
          busy={isBusy}
          onClick={onCamera}
        />
        {canShareScreen(navigator) && <ControlButton icon="screen" label={isSharing ? texts.shareStop : texts.share} look={isSharing ? 'open' : undefined} busy={isBusy} onClick={() => void own.turnScreen()} />}
        <ControlButton icon="chat" label={texts.chat} {...(unread > 0 && { name: `${texts.chat}: ${texts.unread(unread)}`, badge: unread })} {...panelButton('chat')} />
        {hasFiles && <ControlButton icon="files" label={texts.files} {...(hasNewFiles && { name: `${texts.files}: ${texts.newFiles}`, badge: '•' })} {...panelButton('files')} />}
        {waiting !== null && <ControlButton icon="people" label={texts.waiting} {...(waiting > 0 && { name: `${texts.waiting}: ${texts.waitingCount(waiting)}`, badge: waiting })} {...panelButton('waiting')} />}
        <ControlButton icon="more" label={texts.more} onClick={() => onAsk('more')} />
      </div>
      <div className="call-controls-end">
        {tools}
        {hasPhone && <ControlButton icon="phone" label={texts.phone} look="phone" onClick={() => onAsk('phone')} />}
        {/* Of two red buttons one would be pressed for the other: at the desk the one that ends it for all is red. */}
        <ControlButton icon="leave" label={texts.leave} look={tools ? undefined : 'danger'} onClick={() => onAsk('leave')} />
      </div>
    </div>
  );
}
