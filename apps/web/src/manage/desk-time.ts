import { useEffect, useState } from 'react';
import { useAnswerSoon } from '../api.ts';
import { now } from '../clock.ts';
import { clockSkew } from './queries.ts';

const tickMilliseconds = 5000;

/** Now by the clock of the desk, in epoch milliseconds; it moves while the page is open. */
export function useDeskTime(): number {
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const [here, setHere] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setHere(now()), tickMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return here + skew;
}
