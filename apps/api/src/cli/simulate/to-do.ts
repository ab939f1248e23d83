import type { Clock } from '../../clock.ts';

const minute = 60_000;

/** What somebody does at a time. */
export type Deed = () => Promise<void>;

/** A clock that goes from deed to deed. Instants in epoch milliseconds. */
export interface ToDo {
  readonly clock: Clock;
  /** Puts a deed on the list; what lies in the past is done in the next minute. */
  plan(at: number, deed: Deed): void;
  /** Does everything up to the end, in the order of time, then of planning; what is planned for later is left. */
  run(): Promise<void>;
}

export function toDo({ from, until }: { from: number; until: number }): ToDo {
  const byMinute = new Map<number, Deed[]>();
  const end = Math.ceil(until / minute);
  let at = Math.floor(from / minute);

  return {
    clock: { now: () => Math.min(at, end) * minute },
    plan(instant, deed) {
      const wanted = Math.max(Math.floor(instant / minute), at + 1);
      const sameMinute = byMinute.get(wanted);
      if (sameMinute) sameMinute.push(deed);
      else byMinute.set(wanted, [deed]);
    },
    async run() {
      for (; at < end; at += 1) {
        for (const deed of byMinute.get(at) ?? []) await deed();
        byMinute.delete(at);
      }
    },
  };
}
