import { explainStart, findDeskSlots, type ServicePage, type Slots } from '@sportello/contract';
import { queryOptions } from '@tanstack/react-query';
import type { Ask } from '../../api.ts';
import { now } from '../../clock.ts';
import { service } from '../../directory.ts';
import { dayAfter } from '../../format/days.ts';
import type { Language } from '../../messages/language.ts';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff, readAgain, staffCall, staffKey } from '../../staff/staff-call.ts';
import type { SlotsWish } from './desk-choice.ts';

export type Slot = Slots['items'][number];

/** Everything about a service, by its slug or its id; null while none is chosen. */
export function chosenService(key: string | null): Ask<ServicePage | null> {
  return key === null ? () => ({ queryKey: ['no service'], queryFn: () => Promise.resolve(null) }) : service(key);
}

/** How many days are asked for at a time: what is free on the next few of them is what somebody on the phone wants to hear. */
export const daysAtATime = 14;

export function freeStarts(wish: SlotsWish, from: string) {
  return askStaff(findDeskSlots, { querystring: { ...wish, from, to: dayAfter(from, daysAtATime - 1) } });
}

// Whatever takes or frees time of a calendar may change what is free.
keepCurrent(findDeskSlots, (answer, { name }) => (name === 'calendar' ? 'stale' : answer));

export function readSlotsAgain(): Promise<void> {
  return readAgain(findDeskSlots);
}

const hour = 3_600_000;

/** Which calendars could take it, whatever the time: those of the explanation of any start, need by need. */
export function calendarsOf({ service_id, channel, municipality_id, place_id }: SlotsWish, language: Language) {
  const starts_at = new Date(Math.ceil(now() / hour) * hour).toISOString();
  const querystring = { service_id, channel, municipality_id, ...(place_id && { place_id }), starts_at };
  return queryOptions({
    queryKey: [staffKey, 'calendars-of', service_id, channel, municipality_id, place_id],
    queryFn: async ({ signal }) => {
      const { needs } = await staffCall(explainStart, { querystring, language, signal });
      return needs.map((need) => need.map(({ calendar_id, calendar_name }) => ({ id: calendar_id, name: calendar_name })));
    },
    staleTime: 5 * 60_000,
  });
}
