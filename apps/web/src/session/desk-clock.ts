import { showStatus } from '@sportello/contract';
import { useEffect, useState } from 'react';
import { type Ask, ask, useAnswerSoon } from '../api.ts';
import { now } from '../clock.ts';

const everyMilliseconds = 5_000;

/**
 * How many milliseconds the clock of the desk is ahead of this device's, which may be wrong by hours: 0 when the desk
 * does not answer.
 */
export const clockSkew: Ask<number> = (language) => {
  const status = ask(showStatus, {})(language);
  return {
    queryKey: ['clock skew'],
    queryFn: async (context) => {
      const answer = await status.queryFn(context).catch(() => null);
      return answer ? Date.parse(answer.time) - now() : 0;
    },
  };
};

/** Now by the clock of the desk, in epoch milliseconds; looked at every few seconds while the page is open. */
export function useDeskNow(): number {
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const [deviceNow, setDeviceNow] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setDeviceNow(now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return deviceNow + skew;
}
