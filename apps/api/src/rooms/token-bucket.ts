/** How much may come at once, and how much comes back a second. */
export interface BucketSize {
  readonly most: number;
  readonly perSecond: number;
}

/** A measure for what comes in: full at first, emptied by what is taken, refilled by time. `now` in milliseconds of any clock that only goes on. */
export class TokenBucket {
  readonly #size: BucketSize;
  #left: number;
  #at: number;

  constructor(size: BucketSize, now: number) {
    this.#size = size;
    this.#left = size.most;
    this.#at = now;
  }

  /** Takes so much; false, and nothing taken, where there is not so much left. */
  take(amount: number, now: number): boolean {
    const { most, perSecond } = this.#size;
    this.#left = Math.min(most, this.#left + (Math.max(0, now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }
}
