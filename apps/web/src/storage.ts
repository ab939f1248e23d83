/**
 * What the browser keeps for us, as text: `device` beyond the visit, `tab` until the tab closes. A browser that refuses
 * (private windows, settings of a shared computer, no room left) keeps nothing, and nothing breaks.
 */
export interface Shelf {
  read(name: string): string | null;
  write(name: string, text: string): void;
  forget(name: string): void;
}

const prefix = 'sportello.';

export const device = shelf(() => window.localStorage);
export const tab = shelf(() => window.sessionStorage);

// Asked for each time: where storage is blocked, already naming it throws.
function shelf(storage: () => Storage): Shelf {
  return {
    read: (name) => attempt(() => storage().getItem(prefix + name)) ?? null,
    write: (name, text) => attempt(() => storage().setItem(prefix + name, text)),
    forget: (name) => attempt(() => storage().removeItem(prefix + name)),
  };
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
