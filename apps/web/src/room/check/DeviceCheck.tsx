import type { IceServer } from '@sportello/contract';
import { type ReactNode, useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CameraStep } from './CameraStep.tsx';
import { ConnectionStep } from './ConnectionStep.tsx';
import { MicrophoneStep } from './MicrophoneStep.tsx';
import { SoundStep } from './SoundStep.tsx';
import { type Checked, verdictOf } from './verdict.ts';

const untried: Checked = { camera: 'untried', microphone: 'untried', sound: 'untried', connection: null };

interface Props {
  readonly servers: readonly IceServer[];
  /** Where one goes from here, below the verdict. */
  readonly ways: ReactNode;
  /** The phone, in sight all the while. */
  readonly phone: ReactNode;
}

/** The four steps, and what they come to in one sentence. Nothing is switched on before a button is pressed. */
export function DeviceCheck({ servers, ways, phone }: Props) {
  const { check } = useMessages(roomBefore);
  const [checked, setChecked] = useState(untried);
  const verdict = check.verdict[verdictOf(checked)];
  // The same functions at each drawing: a step tells what it found as soon as it finds it.
  const [tell] = useState(() => ({
    camera: (camera: Checked['camera']) => setChecked((before) => ({ ...before, camera })),
    microphone: (microphone: Checked['microphone']) => setChecked((before) => ({ ...before, microphone })),
    sound: (sound: Checked['sound']) => setChecked((before) => ({ ...before, sound })),
    connection: (connection: Checked['connection']) => setChecked((before) => ({ ...before, connection })),
  }));
  return (
    <div className="room-columns">
      <ol className="check-steps">
        <MicrophoneStep tried={checked.microphone} onTried={tell.microphone} />
        <CameraStep tried={checked.camera} onTried={tell.camera} />
        <SoundStep sound={checked.sound} onSound={tell.sound} knowsNames={checked.microphone === 'works'} />
        <ConnectionStep servers={servers} grade={checked.connection} onGrade={tell.connection} />
      </ol>
      <section className={`room-verdict verdict-${verdictOf(checked)}`} aria-labelledby="verdict">
        <h2 id="verdict">{check.verdict.title}</h2>
        <div role="status">
          <p className="verdict-title">{verdict.title}</p>
          <p>{verdict.text}</p>
        </div>
        {ways}
      </section>
      {phone}
    </div>
  );
}
