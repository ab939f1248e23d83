import { useEffect, useState } from 'react';

/** What was typed, once nothing more has been typed for a moment. */
export function useSettled(typed: string, pauseMilliseconds: number): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, pauseMilliseconds]);
  return settled;
}
