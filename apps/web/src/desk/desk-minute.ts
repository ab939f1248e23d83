import { useSyncExternalStore } from 'react';
import { queryClient, useAnswerSoon } from '../api.ts';
import { now } from '../clock.ts';
import { clockSkew } from '../session/desk-clock.ts';
import { currentLanguage } from '../session/language-choice.ts';

const minuteMilliseconds = 60_000;
const everyMilliseconds = 2_000;

let watchers: readonly (() => void)[] = [];
let timer: ReturnType<typeof setInterval> | undefined;

/** The whole minute of the desk's clock, in epoch milliseconds. Whoever shows it is drawn anew once a minute. */
export function useDeskMinute(): number {
  const skew = useAnswerSoon(clockSkew) ?? 0;
  return useSyncExternalStore(watch, () => Math.floor((now() + skew) / minuteMilliseconds)) * minuteMilliseconds;
}

/** Now by the clock of the desk, as far as it is known. */
export function deskNow(): number {
  return now() + (queryClient.getQueryData<number>(clockSkew(currentLanguage()).queryKey) ?? 0);
}

/** Whole minutes from one instant to the other, never less than none. */
export function minutesFrom(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / minuteMilliseconds));
}

/** One timer for everybody who watches. */
function watch(watcher: () => void): () => void {
  watchers = [...watchers, watcher];
  timer ??= setInterval(() => watchers.forEach((tell) => tell()), everyMilliseconds);
  return () => {
    watchers = watchers.filter((one) => one !== watcher);
    if (watchers.length > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
