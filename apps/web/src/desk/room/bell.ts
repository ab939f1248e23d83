import type { WaitingPerson } from '@sportello/contract';
import { useEffect, useRef, useState } from 'react';
import { playBell } from '../../room/play-sound.ts';
import { device } from '../../storage.ts';

const name = 'desk.bell';

/** Whether this desk wants to hear that somebody has come to wait: yes, until it is switched off on this computer. */
export function useBellSwitch(): { readonly isOn: boolean; readonly turn: (isOn: boolean) => void } {
  const [isOn, setOn] = useState(() => device.read(name) !== 'off');
  return {
    isOn,
    turn(next) {
      device.write(name, next ? 'on' : 'off');
      setOn(next);
    },
  };
}

/** Rings for whoever has come since the list was first there; answers the latest of them, to be said aloud. */
export function useArrivals(waiting: readonly WaitingPerson[] | null | undefined, isBellOn: boolean): WaitingPerson | null {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [latest, setLatest] = useState<WaitingPerson | null>(null);
  useEffect(() => {
    if (!waiting) return;
    const before = known.current;
    known.current = new Set(waiting.map(visitOf));
    const arrived = before && waiting.findLast((one) => !before.has(visitOf(one)));
    if (!arrived) return;
    setLatest(arrived);
    if (isBellOn) void playBell().catch(() => undefined);
  }, [waiting, isBellOn]);
  return latest;
}

/** Whoever comes again is news again. */
function visitOf({ person_id, waiting_since }: WaitingPerson): string {
  return `${person_id} ${waiting_since}`;
}
