import { useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { deviceChoices, keepDeviceChoices } from '../device-choices.ts';
import { playTune } from '../play-sound.ts';
import { CheckStep } from './CheckStep.tsx';
import { DevicePicker } from './DevicePicker.tsx';
import { useDeviceList } from './use-device-list.ts';
import type { Sound } from './verdict.ts';

/** Only some browsers let a page choose where it sounds. */
const mayChoose = typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype;

/** Plays something and asks whether it was heard: nothing but an ear can tell. */
export function SoundStep({ sound, onSound, knowsNames }: { readonly sound: Sound; readonly onSound: (sound: Sound) => void; readonly knowsNames: boolean }) {
  const { check } = useMessages(roomBefore);
  const texts = check.sound;
  const [isPlaying, setPlaying] = useState(false);
  const [wasPlayed, setPlayed] = useState(false);
  const speakers = useDeviceList('audiooutput', knowsNames && mayChoose);
  const [pickedId, setPickedId] = useState(() => deviceChoices().speakerId);

  async function start(id = pickedId): Promise<void> {
    if (isPlaying) return;
    setPlaying(true);
    setPlayed(true);
    await playTune(id).catch(() => undefined);
    setPlaying(false);
  }

  function pick(id: string): void {
    setPickedId(id);
    keepDeviceChoices({ speakerId: id });
    void start(id);
  }

  return (
    <CheckStep title={texts.title} lead={texts.lead} works={sound === 'heard' ? texts.heard : null}>
      <p>
        <Button kind="outline-primary" busy={isPlaying} onClick={() => void start()}>
          {wasPlayed ? texts.again : texts.start}
        </Button>
      </p>
      <p role="status" className="check-playing">
        {isPlaying ? texts.playing : ''}
      </p>
      {wasPlayed && sound !== 'heard' && (
        <div role="group" aria-label={texts.question} className="check-answer">
          <p>
            <strong>{texts.question}</strong>
          </p>
          <div className="button-row">
            <Button onClick={() => onSound('heard')}>{texts.yes}</Button>
            <Button kind="outline-primary" onClick={() => onSound('not-heard')}>
              {texts.no}
            </Button>
          </div>
        </div>
      )}
      <div role="status">
        {sound === 'not-heard' && (
          <ul>
            {texts.help.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      <DevicePicker label={texts.choose} devices={speakers} value={pickedId} onChange={pick} />
    </CheckStep>
  );
}
