import type { Appointment } from '@sportello/contract';
import { useSearchParams } from 'react-router';
import { useAnswerSoon } from '../../api.ts';
import type { DayOfSlots } from '../../book/time/group-slots.ts';
import { dayAfter } from '../../format/days.ts';
import { service } from '../../directory.ts';
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
  const place = usePlace(shown, view);
  const free = useFree(shown, view, place, dayOf(new Date(now).toISOString()));

  /** Shows something else; the chosen start is kept only where it is named again. */
  function show(next: MoveView): void {
    setQuery(moveQuery({ ...view, start: undefined, ...next }), { replace: true, preventScrollReset: true });
  }

  return { view, show, place, free };
}

/** Of a desk: the place that the address names, else that of the appointment as long as somebody still receives there. */
function usePlace(shown: Appointment, view: MoveView): string | undefined {
  const places = useAnswerSoon(service(shown.service.id))?.channels.find(({ channel }) => channel === shown.channel)?.places ?? [];
  if (shown.channel !== 'desk') return undefined;
  const isGone = places.length > 0 && !places.some(({ id }) => id === shown.place?.id);
  return view.place ?? (isGone ? places[0]?.id : shown.place?.id);
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
