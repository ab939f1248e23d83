import { useEffect, useState } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { formatTime } from '../../format/dates.ts';
import { deskLive } from '../../messages/desk-live.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { clockSkew } from '../../session/desk-clock.ts';
import { useStanding } from './live.ts';

/** A connection that comes back within this time is not worth a word. */
const patienceMilliseconds = 3_000;
const backMilliseconds = 6_000;

/** Says calmly that what the page shows grows old, and since when; and that it is up to date again. */
export function LiveNotice() {
  const texts = useMessages(deskLive);
  const standing = useStanding();
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const lostSince = standing.state === 'lost' ? standing.since : null;
  const [shown, setShown] = useState<'lost' | 'back' | null>(null);

  useEffect(() => {
    if (lostSince === null) {
      setShown((before) => (before === 'lost' ? 'back' : before));
      const timer = setTimeout(() => setShown((before) => (before === 'back' ? null : before)), backMilliseconds);
      return () => clearTimeout(timer);
    }
    const timer = setTimeout(() => setShown('lost'), navigator.onLine ? patienceMilliseconds : 0);
    return () => clearTimeout(timer);
  }, [lostSince]);

  const time = lostSince === null ? '' : formatTime(new Date(lostSince + skew).toISOString());
  const isLost = shown === 'lost' && lostSince !== null;
  return (
    <div role="status" className={`live-notice ${isLost ? 'is-lost' : ''}`}>
      {isLost && <p className="container">{navigator.onLine ? texts.unreachable(time) : texts.offline(time)}</p>}
      {shown === 'back' && <p className="container">{texts.back}</p>}
    </div>
  );
}
