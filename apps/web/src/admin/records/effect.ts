import type { RecordEffect } from '@sportello/contract';

/** Nothing that an administrator should look at before it is saved: no times are lost, nothing that is booked is touched. */
export function isHarmless({ free_times, touched_count, warnings }: RecordEffect): boolean {
  return touched_count === 0 && warnings.length === 0 && free_times.every(({ before, after }) => after >= before);
}
