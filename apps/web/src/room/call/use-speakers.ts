import { useEffect, useState } from 'react';
import { now } from '../../clock.ts';
import type { Mesh } from './mesh.ts';
import { followSpeaking, nobodySpeaks, type Speaking } from './speaking.ts';

const everyMilliseconds = 250;

/** Who speaks, looked at four times a second; the same object while nothing changed. */
export function useSpeaking(mesh: Mesh): Speaking {
  const [speaking, setSpeaking] = useState(nobodySpeaks);
  useEffect(() => {
    let latest = nobodySpeaks;
    const timer = setInterval(() => {
      const next = followSpeaking(latest, mesh.levels(), now());
      const isSame = next.announced === latest.announced && Object.keys(next.since).join() === Object.keys(latest.since).join();
      latest = next;
      if (!isSame) setSpeaking(next);
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [mesh]);
  return speaking;
}
