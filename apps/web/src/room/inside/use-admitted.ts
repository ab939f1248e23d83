import { useEffect, useState } from 'react';
import { deviceChoices } from '../device-choices.ts';
import { playWelcome } from '../play-sound.ts';

const newMilliseconds = 20_000;

/** Tells with a soft sound when somebody who waited is let in. `isNew`: just now; `wasIn`: they were in before, in this visit. */
export function useAdmitted(place: 'connecting' | 'waiting' | 'in' | 'over'): { readonly isNew: boolean; readonly wasIn: boolean } {
  const [before, setBefore] = useState(place);
  const [isNew, setNew] = useState(false);
  const [wasIn, setWasIn] = useState(false);
  if (before !== place) {
    setBefore(place);
    setNew(before === 'waiting' && place === 'in');
    if (place === 'in') setWasIn(true);
  }

  useEffect(() => {
    if (!isNew) return;
    void playWelcome(deviceChoices().speakerId).catch(() => undefined);
    const timer = setTimeout(() => setNew(false), newMilliseconds);
    return () => clearTimeout(timer);
  }, [isNew]);

  return { isNew, wasIn };
}
