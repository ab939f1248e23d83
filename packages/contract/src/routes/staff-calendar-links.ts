import * as Type from 'typebox';
import { route } from '../route.ts';
import { BusySource, BusySourceRequest, BusySources, CalendarFeedRequest, CalendarFeeds, NewCalendarFeed } from '../schemas/calendar-links.ts';
import { Id } from '../schemas/common.ts';

// What joins a calendar with other programs: a private feed to read it there, and busy times that are read from there.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const calendarParams = Type.Object({ calendar_id: Id }, closed);
const sourceParams = Type.Object({ source_id: Id }, closed);
const feedParams = Type.Object({ feed_id: Id }, closed);

export const listCalendarFeeds = route({
  method: 'GET',
  url: '/staff/calendar-feeds',
  operationId: 'list_calendar_feeds',
  summary: 'My calendar feeds',
  description: 'The private addresses that I made and did not take back.',
  tag,
  access,
  permission: 'calendar.read',
  success: { 200: CalendarFeeds },
  problems: [],
});

export const createCalendarFeed = route({
  method: 'POST',
  url: '/staff/calendar-feeds',
  operationId: 'create_calendar_feed',
  summary: 'A private address for a calendar',
  description: 'Shown once. It tells when and of what service, never of whom; it ends when it is taken back, when its owner is suspended, or when the calendar leaves their reach.',
  tag,
  access,
  permission: 'calendar.read',
  body: CalendarFeedRequest,
  success: { 201: NewCalendarFeed },
  problems: ['not-found', 'too-many-links'],
});

export const revokeCalendarFeed = route({
  method: 'DELETE',
  url: '/staff/calendar-feeds/:feed_id',
  operationId: 'delete_calendar_feed',
  summary: 'Take a feed back',
  description: 'The address answers no more. One that was taken back already is fine.',
  tag,
  access,
  permission: 'calendar.read',
  params: feedParams,
  success: { 204: null },
  problems: ['not-found'],
});

export const listBusySources = route({
  method: 'GET',
  url: '/staff/calendars/:calendar_id/busy-sources',
  operationId: 'list_busy_sources',
  summary: 'Calendars elsewhere',
  description: 'Whose busy times close this calendar, and how their last reading went.',
  tag,
  access,
  permission: 'calendar.read',
  params: calendarParams,
  success: { 200: BusySources },
  problems: ['not-found'],
});

export const createBusySource = route({
  method: 'POST',
  url: '/staff/calendars/:calendar_id/busy-sources',
  operationId: 'create_busy_source',
  summary: 'Read busy times from elsewhere',
  description: 'The address is read at once: one that cannot be read is refused and nothing is kept. Then it is read every ten minutes.',
  tag,
  access,
  permission: 'calendar.change',
  params: calendarParams,
  body: BusySourceRequest,
  success: { 201: BusySource },
  problems: ['not-found', 'busy-source-unreadable', 'too-many-links'],
});

export const readBusySource = route({
  method: 'POST',
  url: '/staff/busy-sources/:source_id/readings',
  operationId: 'create_busy_source_reading',
  summary: 'Read it now',
  description: 'Without waiting for the ten minutes. A reading that fails is told in the answer.',
  tag,
  access,
  permission: 'calendar.change',
  params: sourceParams,
  body: Type.Object({}, closed),
  success: { 200: BusySource },
  problems: ['not-found'],
});

export const removeBusySource = route({
  method: 'DELETE',
  url: '/staff/busy-sources/:source_id',
  operationId: 'delete_busy_source',
  summary: 'Read it no more',
  description: 'The busy times that came from it go with it. Gone already is fine.',
  tag,
  access,
  permission: 'calendar.change',
  params: sourceParams,
  success: { 204: null },
  problems: ['not-found'],
});
