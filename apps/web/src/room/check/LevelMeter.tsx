import { useEffect, useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { type Heard, heardAt, hearLevel } from './hear-level.ts';

/** A voice comes and goes: what was heard counts for so long. */
const rememberedMilliseconds = 2_500;

/** How well a microphone hears, as a bar for the eye and a sentence for everybody. */
export function LevelMeter({ stream, onHeard }: { readonly stream: MediaStream; readonly onHeard?: (heard: Heard) => void }) {
  const { check } = useMessages(roomBefore);
  const { level: label, heard: texts } = check.microphone;
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState<Heard>('nothing');

  useEffect(() => {
    let best: { readonly heard: Heard; readonly until: number } = { heard: 'nothing', until: 0 };
    let age = 0;
    return hearLevel(stream, (now) => {
      age += 100;
      const found = heardAt(now);
      if (rank[found] >= rank[best.heard] || age > best.until) best = { heard: found, until: age + rememberedMilliseconds };
      setLevel(now);
      setHeard(best.heard);
    });
  }, [stream]);

  useEffect(() => {
    onHeard?.(heard);
  }, [heard, onHeard]);

  return (
    <div className="level-meter">
      <div className={`level-bar level-${heard}`} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 20) * 5} aria-valuetext={texts[heard]}>
        <span style={{ inlineSize: `${String(Math.round(level * 100))}%` }} />
      </div>
      <p role="status">{texts[heard]}</p>
    </div>
  );
}

const rank: Readonly<Record<Heard, number>> = { nothing: 0, little: 1, well: 2 };
