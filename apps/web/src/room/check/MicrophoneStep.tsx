import { useCallback, useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { deviceChoices, keepDeviceChoices } from '../device-choices.ts';
import { CheckStep } from './CheckStep.tsx';
import { DevicePicker } from './DevicePicker.tsx';
import { FailureNote } from './FailureNote.tsx';
import type { Heard } from './hear-level.ts';
import { LevelMeter } from './LevelMeter.tsx';
import { useDevice } from './use-device.ts';
import { useDeviceList } from './use-device-list.ts';
import type { Tried } from './verdict.ts';

/** Speaks and sees the level move. It works once something was heard; a microphone that stays silent is said so by the level. */
export function MicrophoneStep({ tried, onTried }: { readonly tried: Tried; readonly onTried: (tried: Tried) => void }) {
  const { check } = useMessages(roomBefore);
  const texts = check.microphone;
  const { standing, open } = useDevice('microphone');
  const devices = useDeviceList('audioinput', standing.is === 'on');
  const [pickedId, setPickedId] = useState(() => deviceChoices().microphoneId);
  const hear = useCallback(
    (heard: Heard) => {
      if (heard !== 'nothing') onTried('works');
    },
    [onTried],
  );

  async function start(id = pickedId): Promise<void> {
    onTried('untried');
    const opened = await open(id);
    keepDeviceChoices({ microphone: opened.is === 'on', ...(opened.is === 'on' && { microphoneId: id }) });
    if (opened.is === 'failed') onTried(opened.failure);
  }

  return (
    <CheckStep title={texts.title} lead={texts.lead} works={tried === 'works' ? texts.works : null}>
      {standing.is === 'on' && (
        <>
          <LevelMeter stream={standing.stream} onHeard={hear} />
          <DevicePicker label={texts.choose} devices={devices} value={pickedId} onChange={pick} />
        </>
      )}
      {standing.is === 'asking' && <p role="status">{texts.asking}</p>}
      {standing.is === 'failed' && <FailureNote failure={standing.failure} device="microphone" />}
      {standing.is !== 'on' && (
        <Button kind="outline-primary" busy={standing.is === 'asking'} onClick={() => void start()}>
          {standing.is === 'failed' ? check.again : texts.start}
        </Button>
      )}
    </CheckStep>
  );

  function pick(id: string): void {
    setPickedId(id);
    void start(id);
  }
}
