/** A rest that can be ended early: by `wake`, also when it came before the rest began. */
export interface Nap {
  wake(): void;
  /** Forgets what woke it before. */
  reset(): void;
  rest(milliseconds: number): Promise<void>;
}

export function makeNap(): Nap {
  let isWoken = false;
  let end: () => void = () => undefined;

  return {
    wake() {
      isWoken = true;
      end();
    },
    reset() {
      isWoken = false;
    },
    rest(milliseconds) {
      if (isWoken) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
