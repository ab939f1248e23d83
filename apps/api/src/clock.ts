/** The one clock: everything that asks for the time is given it. Answers in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** The clock of the machine, shifted by whole minutes (demo mode only). The only reader of the system's time. */
export function systemClock(offsetMinutes = 0): Clock {
  const offset = offsetMinutes * 60_000;
  return { now: () => Date.now() + offset };
}

/** Milliseconds that only go on, whatever the time is set to: for measuring what lies between, never for saying when. */
export function ticks(): number {
  return performance.now();
}
