const firstMilliseconds = 500;
const longestMilliseconds = 15_000;

/**
 * How long to wait before another try, after so many that failed: half of a pause that doubles, and the rest by chance
 * (from 0 up to 1), so that a server that comes back is not met by everybody at once.
 */
export function pauseBefore(failures: number, chance: number): number {
  const pause = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.max(0, failures - 1));
  return Math.round(pause / 2 + (pause / 2) * chance);
}
