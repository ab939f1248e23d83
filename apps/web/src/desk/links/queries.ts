import { listBusySources, listCalendarFeeds } from '@sportello/contract';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff, readAgain } from '../../staff/staff-call.ts';
import { readCalendarsAgain } from '../hours/queries.ts';

// A reading that changes what is busy changes the calendar.
keepCurrent(listBusySources, (sources, event) => (event.name === 'calendar' && sources.items.some(({ calendar_id }) => calendar_id === event.data.id) ? 'stale' : sources));

/** My private addresses, of all calendars. */
export const calendarFeeds = askStaff(listCalendarFeeds, {});

export function readFeedsAgain(): Promise<void> {
  return readAgain(listCalendarFeeds);
}

/** The calendars elsewhere that close this one. */
export function busySourcesOf(calendarId: string) {
  return askStaff(listBusySources, { params: { calendar_id: calendarId } });
}

/** After a reading, or when one is read no more: what was busy or free may not be any longer. */
export async function readBusyAgain(): Promise<void> {
  await Promise.all([readAgain(listBusySources), readCalendarsAgain()]);
}
