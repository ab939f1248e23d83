/** From 0 up to 1, so that many browsers do not do the same in the same instant. */
export function chance(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}
