import { useEffect, useState } from 'react';
import { now } from '../clock.ts';

const everyMilliseconds = 5_000;

/** Epoch milliseconds on the clock of the desk, looked at every few seconds. */
export function useDeskNow(skew: number): number {
  const [deviceNow, setDeviceNow] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setDeviceNow(now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return deviceNow + skew;
}
