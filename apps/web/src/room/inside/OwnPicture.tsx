import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { OwnMedia, OwnView } from '../call/own-media.ts';
import { Preview } from '../check/Preview.tsx';

interface Props {
  readonly own: OwnView;
  readonly media: OwnMedia;
  readonly checkHref: string;
}

/** How one will be seen and heard; what is missing is said, and is no trouble. */
export function OwnPicture({ own, media, checkHref }: Props) {
  const { waiting: texts, gate } = useMessages(roomBefore);
  const microphone = own.microphone === 'on';
  const camera = own.camera === 'on';
  const isMissing = own.trouble !== null || own.microphone === 'none' || own.camera === 'none';
  return (
    <section className="room-own" aria-labelledby="own-picture">
      <h2 id="own-picture">{texts.preview}</h2>
      {own.picture ? <Preview stream={own.picture} label={texts.preview} /> : <p className="room-no-picture">{texts.noCamera}</p>}
      <div role="status">{!microphone && <p>{texts.noMicrophone}</p>}</div>
      <div className="button-row">
        <button type="button" className="row-toggle" aria-pressed={microphone} aria-disabled={own.isBusy || undefined} onClick={() => void media.turnMicrophone()}>
          {texts.microphone}: {microphone ? texts.on : texts.off}
        </button>
        <button type="button" className="row-toggle" aria-pressed={camera} aria-disabled={own.isBusy || undefined} onClick={() => void media.turnCamera()}>
          {texts.camera}: {camera ? texts.cameraOn : texts.cameraOff}
        </button>
      </div>
      {isMissing && (
        <p>
          {/* Another tab, so that the place in line is kept. */}
          <a href={checkHref} target="_blank" rel="noopener">
            {gate.check}
          </a>
        </p>
      )}
    </section>
  );
}
