import { type CalendarChange, listHoursVersions, previewCalendarChange, showAgenda, showBoard, showCalendarHours } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff, staffKey } from '../../staff/staff-call.ts';

keepCurrent(showCalendarHours, (hours, event) => (event.name === 'calendar' && event.data.id === hours.calendar.id ? 'stale' : hours));

/** Rules, exceptions and absences of a calendar. */
export function hoursOf(calendarId: string) {
  return askStaff(showCalendarHours, { params: { calendar_id: calendarId } });
}

/** How they changed, the newest step first. */
export function hoursVersionsOf(calendarId: string) {
  return askStaff(listHoursVersions, { params: { calendar_id: calendarId } });
}

/** What a change would do. It changes nothing, so it is asked like any question. */
export function impactOf(change: CalendarChange) {
  return askStaff(previewCalendarChange, { body: { change } });
}

/** After a change of hours nothing that was read of calendars can be trusted. */
export async function readCalendarsAgain(): Promise<void> {
  const urls = [showAgenda.url, showCalendarHours.url, listHoursVersions.url, showBoard.url, previewCalendarChange.url];
  await Promise.all(urls.map((url) => queryClient.invalidateQueries({ queryKey: [staffKey, url] })));
}
