const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A message is tried for three days. */
export const triedForMilliseconds = 72 * hour;
/** An endpoint to which nothing came through for so long is switched off. */
export const failsForMilliseconds = 72 * hour;

const pauses = [30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour];
const longestPause = 12 * hour;
const rests = [5 * second, 30 * second, 2 * minute];
const longestRest = 10 * minute;
const longestPatience = hour;

/**
 * When a message is tried again after so many tries, each pause a fifth more or less; the last try comes when its time is over. null: it
 * is over.
 * @param random 0 up to 1
 */
export function nextTryAt({ attempts, giveUpAt }: { readonly attempts: number; readonly giveUpAt: number }, now: number, random: () => number): number | null {
  if (now >= giveUpAt) return null;
  const pause = pauses[Math.max(attempts, 1) - 1] ?? longestPause;
  return Math.min(giveUpAt, now + Math.round(pause * (0.8 + 0.4 * random())));
}

/** Until when nothing at all is sent to an endpoint after so many failures in a row; what it asks for itself counts up to an hour. */
export function restUntil(failures: number, retryAfterMilliseconds: number | null, now: number): number {
  const rest = rests[Math.max(failures, 1) - 1] ?? longestRest;
  return now + Math.max(rest, Math.min(retryAfterMilliseconds ?? 0, longestPatience));
}
