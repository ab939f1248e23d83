const minute = 60_000;
/** How often a calendar elsewhere is read. */
export const readEveryMilliseconds = 10 * minute;
const longestWait = 120 * minute;

/** When to read again after a failure: in ten minutes, and slower the longer it has not been good (a sixth of that time), up to two hours. */
export function nextAfterFailure(lastGoodAt: number, now: number): number {
  const sixth = Math.floor((now - lastGoodAt) / 6 / minute) * minute;
  return now + Math.min(longestWait, Math.max(readEveryMilliseconds, sixth));
}
