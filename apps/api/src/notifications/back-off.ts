const minute = 60_000;
const waits = [1, 2, 5, 15, 30].map((minutes) => minutes * minute);
const longestWait = 60 * minute;

/**
 * When to try again after so many attempts: after 1, 2, 5, 15, 30 minutes, then every hour, each a fifth more or less,
 * so that what failed together does not come back together.
 * @param random 0 up to 1
 */
export function nextAttemptAt(attempts: number, now: number, random: () => number): number {
  const wait = waits[Math.max(attempts, 1) - 1] ?? longestWait;
  return now + Math.round(wait * (0.8 + 0.4 * random()));
}
