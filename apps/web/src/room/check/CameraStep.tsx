import { useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { deviceChoices, keepDeviceChoices } from '../device-choices.ts';
import { CheckStep } from './CheckStep.tsx';
import { DevicePicker } from './DevicePicker.tsx';
import { FailureNote } from './FailureNote.tsx';
import { Preview } from './Preview.tsx';
import { useDevice } from './use-device.ts';
import { useDeviceList } from './use-device-list.ts';
import type { Tried } from './verdict.ts';

/** Sees oneself; or does without, which is as good. */
export function CameraStep({ tried, onTried }: { readonly tried: Tried; readonly onTried: (tried: Tried) => void }) {
  const { check } = useMessages(roomBefore);
  const texts = check.camera;
  const { standing, open, close } = useDevice('camera');
  const devices = useDeviceList('videoinput', standing.is === 'on');
  const [pickedId, setPickedId] = useState(() => deviceChoices().cameraId);

  async function start(id = pickedId): Promise<void> {
    onTried('untried');
    const opened = await open(id);
    keepDeviceChoices({ camera: opened.is === 'on', ...(opened.is === 'on' && { cameraId: id }) });
    if (opened.is === 'on') onTried('works');
    if (opened.is === 'failed') onTried(opened.failure);
  }

  function leaveOut(): void {
    close();
    keepDeviceChoices({ camera: false });
    onTried('left-out');
  }

  return (
    <CheckStep title={texts.title} lead={texts.lead} works={tried === 'works' ? texts.works : tried === 'left-out' ? texts.leftOut : null}>
      {standing.is === 'on' && (
        <>
          <Preview stream={standing.stream} label={texts.preview} />
          <DevicePicker label={texts.choose} devices={devices} value={pickedId} onChange={pick} />
        </>
      )}
      {standing.is === 'asking' && <p role="status">{texts.asking}</p>}
      {standing.is === 'failed' && <FailureNote failure={standing.failure} device="camera" />}
      <div className="button-row">
        {standing.is !== 'on' && (
          <Button kind="outline-primary" busy={standing.is === 'asking'} onClick={() => void start()}>
            {standing.is === 'failed' ? check.again : texts.start}
          </Button>
        )}
        {tried !== 'left-out' && (
          <button type="button" className="link-button" onClick={leaveOut}>
            {texts.leaveOut}
          </button>
        )}
      </div>
    </CheckStep>
  );

  function pick(id: string): void {
    setPickedId(id);
    void start(id);
  }
}
