/** The browser's clock, in milliseconds. The one place that reads it; everything else is given a time. */
export function now(): number {
  return Date.now();
}
