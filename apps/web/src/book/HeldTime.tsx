import { useDeskNow } from '../session/desk-clock.ts';
import { useBookable } from './booking.ts';
import { heldFor } from './held-time.ts';
import { HeldTimeEnded } from './HeldTimeEnded.tsx';
import { HeldTimeLine } from './HeldTimeLine.tsx';

/** The time that is kept while somebody types: quiet as long as it lasts, and the way on when it ends. */
export function HeldTime() {
  const { draft } = useBookable();
  const deskNow = useDeskNow();
  if (!draft.hold) return null;
  const { isLive, minutesLeft } = heldFor(draft.hold, deskNow);
  return isLive ? <HeldTimeLine hold={draft.hold} minutesLeft={minutesLeft} /> : <HeldTimeEnded hold={draft.hold} />;
}
