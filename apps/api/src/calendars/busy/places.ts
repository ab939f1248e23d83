/** Runs work when there is a place for it: so many pieces at once, the others in the order in which they came. */
export function makePlaces(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let taken = 0;

  return async (work) => {
    if (taken < count) taken += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift(); // who leaves hands the place on
      if (next) next();
      else taken -= 1;
    }
  };
}
