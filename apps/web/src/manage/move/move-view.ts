import type { Appointment } from '@sportello/contract';
import { useSearchParams } from 'react-router';
import { useAnswerSoon } from '../../api.ts';
import type { DayOfSlots } from '../../book/time/group-slots.ts';
import { dayAfter } from '../../book/time/month.ts';
import { dayOf } from '../../format/dates.ts';
import { moveQuery, type MoveView, readMoveView } from '../addresses.ts';
import type { Stay } from '../notice.ts';
import { freeTimes } from '../queries.ts';
import { freeDays } from './free-days.ts';

/** As many days as the API answers at once. */
const daysAtOnce = 62;

export type Free =
  | { readonly is: 'waiting' }
  | { readonly is: 'missing' }
  | {
      readonly is: 'known';
      readonly days: readonly DayOfSlots[];
      /** First free day beyond these, if there is one. */
      readonly next: string | null;
      /** The start that the address names, while it is free. */
      readonly chosen: Stay | undefined;
    };

/** What the address of the page has open, and the free times that belong to it. `now`: epoch milliseconds of the desk. */
export function useMoveView(shown: Appointment, now: number) {
  const [query, setQuery] = useSearchParams();
  const view = readMoveView(query);
  const place = shown.channel === 'desk' ? (view.place ?? shown.place?.id) : undefined;
  const free = useFree(shown, view, place, dayOf(new Date(now).toISOString()));

  /** Shows something else; the chosen start is kept only where it is named again. */
  function show(next: MoveView): void {
    setQuery(moveQuery({ ...view, start: undefined, ...next }), { replace: true, preventScrollReset: true });
  }

  return { view, show, place, free };
}

function useFree(shown: Appointment, view: MoveView, placeId: string | undefined, today: string): Free {
  const from = view.from && view.from > today ? view.from : today;
  const slots = useAnswerSoon(freeTimes(shown, placeId, { from, to: dayAfter(from, daysAtOnce - 1) }));
  if (!slots) return slots === null ? { is: 'missing' } : { is: 'waiting' };
  const days = freeDays(slots.items, shown);
  const start = Date.parse(view.start ?? '');
  const chosen = days.flatMap((day) => day.slots).find(({ starts_at }) => Date.parse(starts_at) === start);
  return { is: 'known', days, next: slots.next_available_at && dayOf(slots.next_available_at), chosen };
}
