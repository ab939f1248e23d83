const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in the largest whole unit. Both in epoch milliseconds. */
export function ageOf(since: number, now: number): { readonly unit: 'now' | 'minutes' | 'hours' | 'days'; readonly count: number } {
  const age = now - since;
  if (age < minute) return { unit: 'now', count: 0 };
  if (age < hour) return { unit: 'minutes', count: Math.floor(age / minute) };
  return age < day ? { unit: 'hours', count: Math.floor(age / hour) } : { unit: 'days', count: Math.floor(age / day) };
}
