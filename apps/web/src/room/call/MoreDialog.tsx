import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DevicePicker } from '../check/DevicePicker.tsx';
import { useDeviceList } from '../check/use-device-list.ts';
import type { OwnMedia, OwnView } from './own-media.ts';
import { canBeFull, useFullScreen } from './use-full-screen.ts';

interface Props {
  readonly own: OwnMedia;
  readonly view: OwnView;
  readonly isVoiceOnly: boolean;
  readonly onVoiceOnly: (isVoiceOnly: boolean) => void;
  readonly onClose: () => void;
}

/** What is needed seldom: other devices, the whole screen, voice alone. */
export function MoreDialog({ own, view, isVoiceOnly, onVoiceOnly, onClose }: Props) {
  const { more: texts, notRecordedLong } = useMessages(roomTexts);
  const [isFull, turnFull] = useFullScreen();
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <Devices own={own} view={view} />
      <label className="call-check">
        <input type="checkbox" checked={isVoiceOnly} onChange={({ target }) => onVoiceOnly(target.checked)} />
        <span>
          {texts.voiceOnly}
          <small>{texts.voiceOnlyHelp}</small>
        </span>
      </label>
      <p className="call-more-note">{notRecordedLong}</p>
      <div className="button-row">
        <Button wide onClick={onClose}>
          {texts.close}
        </Button>
        {canBeFull() && (
          <Button kind="outline-primary" wide onClick={() => void turnFull()}>
            {isFull ? texts.fullScreenEnd : texts.fullScreen}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Devices({ own, view: { choices } }: Pick<Props, 'own' | 'view'>) {
  const { more: texts } = useMessages(roomTexts);
  const microphones = useDeviceList('audioinput', true);
  const cameras = useDeviceList('videoinput', true);
  const speakers = useDeviceList('audiooutput', true);
  return (
    <div className="call-devices">
      <DevicePicker label={texts.microphone} devices={microphones} value={choices.microphoneId} onChange={(id) => void own.chooseMicrophone(id)} />
      <DevicePicker label={texts.camera} devices={cameras} value={choices.cameraId} onChange={(id) => void own.chooseCamera(id)} />
      {canChooseSpeaker() ? <DevicePicker label={texts.speaker} devices={speakers} value={choices.speakerId} onChange={(id) => own.chooseSpeaker(id)} /> : <p>{texts.systemSpeaker}</p>}
    </div>
  );
}

function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}
