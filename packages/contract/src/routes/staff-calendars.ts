import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { Agenda, AgendaQuery, Block, BlockRequest, CalendarChangeRequest, CalendarHours, HoursVersion, Impact, ImpactRequest, SavedChange } from '../schemas/desk-calendars.ts';

// The time of calendars within reach: what is open, what is taken, and changes with their impact.
const tag = 'desk';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const calendarParams = Type.Object({ calendar_id: Id }, closed);

export const showAgenda = route({
  method: 'GET',
  url: '/staff/agenda',
  operationId: 'show_agenda',
  summary: 'The agenda',
  description: 'Days of one or several calendars: what is open, closed and taken. One entry of the trail for each load.',
  tag,
  access,
  permission: 'calendar.read',
  querystring: AgendaQuery,
  success: { 200: Agenda },
  problems: [],
});

export const showCalendarHours = route({
  method: 'GET',
  url: '/staff/calendars/:calendar_id/hours',
  operationId: 'show_calendar_hours',
  summary: 'The hours of a calendar',
  description: 'Rules, exceptions and absences that are not over.',
  tag,
  access,
  permission: 'calendar.read',
  params: calendarParams,
  success: { 200: CalendarHours },
  problems: ['not-found'],
});

export const listHoursVersions = route({
  method: 'GET',
  url: '/staff/calendars/:calendar_id/hours/versions',
  operationId: 'list_hours_versions',
  summary: 'How the hours of a calendar changed',
  description: 'Rules and unusual days after each change, with who and when; the newest first. Put back by a change of hours with the rules of an older one.',
  tag,
  access,
  permission: 'calendar.read',
  params: calendarParams,
  success: { 200: Type.Object({ items: Type.Array(HoursVersion, { maxItems: 200 }) }, closed) },
  problems: ['not-found'],
});

export const previewCalendarChange = route({
  method: 'POST',
  url: '/staff/calendar-changes/preview',
  operationId: 'create_calendar_change_preview',
  summary: 'What a change of hours would do',
  description: 'The appointments that it touches with other times for each, and the free times before and after. Nothing is changed.',
  tag,
  access,
  permission: 'calendar.change',
  body: ImpactRequest,
  success: { 200: Impact },
  problems: ['not-found'],
});

export const changeCalendars = route({
  method: 'POST',
  url: '/staff/calendar-changes',
  operationId: 'create_calendar_change',
  summary: 'Change hours or absences',
  description: 'In one write, with what becomes of each touched appointment; one that is not named stays. Messages leave after a minute, until then it can be taken back.',
  tag,
  access,
  permission: 'calendar.change',
  body: CalendarChangeRequest,
  success: { 201: SavedChange },
  problems: ['not-found', 'changed-meanwhile', 'slot-taken', 'slot-not-offered'],
});

export const undoCalendarChange = route({
  method: 'POST',
  url: '/staff/calendar-changes/:change_id/undo',
  operationId: 'create_calendar_change_undo',
  summary: 'Take a change back',
  description: 'Within its minute, by who made it; everything is as it was and nobody is told.',
  tag,
  access,
  permission: 'calendar.change',
  params: Type.Object({ change_id: Id }, closed),
  body: Type.Object({}, closed),
  success: { 204: null },
  problems: ['not-found', 'undo-over', 'changed-meanwhile'],
});

export const createBlock = route({
  method: 'POST',
  url: '/staff/blocks',
  operationId: 'create_block',
  summary: 'Keep time for something else',
  description: 'It takes the time of the calendars as an appointment does.',
  tag,
  access,
  permission: 'calendar.change',
  body: BlockRequest,
  success: { 201: Block },
  problems: ['not-found', 'slot-taken'],
});

export const removeBlock = route({
  method: 'DELETE',
  url: '/staff/blocks/:block_id',
  operationId: 'delete_block',
  summary: 'Give kept time back',
  description: 'Gone already is fine.',
  tag,
  access,
  permission: 'calendar.change',
  params: Type.Object({ block_id: Id }, closed),
  success: { 204: null },
  problems: ['not-found'],
});
