import { useEffect, useState, useSyncExternalStore } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { now } from '../../clock.ts';
import { formatTime } from '../../format/dates.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { clockSkew } from '../../session/desk-clock.ts';
import { Button } from '../../ui/Button.tsx';
import { idleEnd, onLife } from '../session-life.ts';
import { renewOrAsk, stay } from './keep-alive.ts';

const warnMilliseconds = 2 * 60_000;
/** A little later than the end, so that the server agrees that it is over. */
const graceMilliseconds = 2_000;

/** Two minutes before the session would end for want of activity, and the question to sign in again when it has. */
export function IdleWarning() {
  const { idle } = useMessages(staff);
  const endsAt = useSyncExternalStore(onLife, idleEnd);
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const [warnedFor, setWarnedFor] = useState<number | null>(null);
  const [isStayed, setStayed] = useState(false);
  const isWarning = endsAt !== null && warnedFor === endsAt;

  useEffect(() => {
    if (endsAt === null) return;
    const warning = setTimeout(() => {
      setStayed(false);
      setWarnedFor(endsAt);
    }, Math.max(0, endsAt - now() - warnMilliseconds));
    const end = setTimeout(() => void renewOrAsk(), Math.max(0, endsAt - now() + graceMilliseconds));
    return () => {
      clearTimeout(warning);
      clearTimeout(end);
    };
  }, [endsAt]);

  async function stayHere(): Promise<void> {
    await stay();
    setStayed(true);
  }

  return (
    <div className="idle-warning" role="status">
      {isStayed && !isWarning && <span className="visually-hidden">{idle.stayed}</span>}
      {isWarning && (
        <div className="idle-panel">
          <p>
            <strong>{idle.title}</strong> {idle.text(formatTime(new Date(endsAt + skew).toISOString()))}
          </p>
          <Button onClick={() => void stayHere()}>{idle.stay}</Button>
        </div>
      )}
    </div>
  );
}
