/** The one clock: everything that asks for the time is given it. Answers in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** The clock of the machine, shifted by whole minutes (demo mode only). The only reader of the system's time. */
export function systemClock(offsetMinutes = 0): Clock {
  const offset = offsetMinutes * 60_000;
  return { now: () => Date.now() + offset };
}
