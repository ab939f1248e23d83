import { useEffect, useRef, useState } from 'react';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

interface Props {
  /** By person. */
  readonly voices: readonly (readonly [string, MediaStream])[];
  readonly speakerId: string | undefined;
}

/** The voices of the others. Where the browser plays none without a press, one clear button asks for it. */
export function Voices({ voices, speakerId }: Props) {
  const { notice: texts } = useMessages(roomTexts);
  const [isRefused, setRefused] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  function playAll(): void {
    setRefused(false);
    for (const element of place.current?.querySelectorAll('audio') ?? []) void element.play().catch(() => setRefused(true));
  }

  return (
    <>
      <div ref={place}>
        {voices.map(([person, stream]) => (
          <Voice key={person} stream={stream} speakerId={speakerId} onRefused={() => setRefused(true)} />
        ))}
      </div>
      {isRefused && (
        <div className="call-notice call-notice-strong" role="alert">
          <p>{texts.sound}</p>
          <button type="button" className="call-notice-button" onClick={playAll}>
            {texts.soundDo}
          </button>
        </div>
      )}
    </>
  );
}

interface VoiceProps {
  readonly stream: MediaStream;
  readonly speakerId: string | undefined;
  readonly onRefused: () => void;
}

function Voice({ stream, speakerId, onRefused }: VoiceProps) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = stream;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') onRefused();
    });
    return () => {
      element.srcObject = null;
    };
  }, [stream]); // only another voice is played anew

  useEffect(() => {
    // Not in every browser; a speaker that is gone leaves the one of the system.
    if (speakerId) void audio.current?.setSinkId?.(speakerId).catch(() => undefined);
  }, [speakerId]);

  return <audio ref={audio} autoPlay />;
}
