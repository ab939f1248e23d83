import type { CalendarChange } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import type { BookingDeps } from '../appointments/deps.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import { isWithinReach } from '../identity/reach.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import type { CalendarTimes } from './calendar-store.ts';
import { calendarsCounted, countedDays, countFreeTimes } from './free-times.ts';
import { changeFromWire, type HoursChange } from './hours-change.ts';
import { type CalendarsHours, hoursOf, readHoursRows, tracedBackMilliseconds } from './hours-rows.ts';
import type { Scene } from './layouts.ts';
import { calendarsOfTouched, previewTouched, type TouchedPreview } from './preview-touched.ts';
import { hoursAfter, withHours } from './save-change.ts';
import { readStanding, touchedBy } from './touched.ts';
import { type HoursWarning, warningsOf } from './warnings.ts';

export interface PreviewWish {
  readonly directory: Directory;
  readonly staff: StaffMember;
  readonly change: CalendarChange;
  readonly calendarIds: readonly string[];
  /** The calendars within reach of who asks. */
  readonly isReached: (calendarId: string) => boolean;
}

export interface Preview {
  readonly touched: readonly TouchedPreview[];
  readonly beyondReach: number;
  readonly freeTimes: { readonly before: number; readonly after: number; readonly from: string; readonly to: string };
  readonly warnings: readonly HoursWarning[];
}

/** What a change would do, by the very functions that save it; nothing is changed. Throws `validation`. */
export async function previewChange({ database, calendars, clock }: BookingDeps, wish: PreviewWish): Promise<Preview> {
  const { directory, change: wire, calendarIds } = wish;
  const { read, tables } = database;
  const now = clock.now();
  const copiedFrom = wire.kind === 'copy_rules' ? [wire.from_calendar_id] : [];
  const rows = await readHoursRows(read, tables, [...new Set([...calendarIds, ...copiedFrom])], now - tracedBackMilliseconds);
  const change = changeFromWire(wire, copiedFrom.flatMap((id) => rows.get(id)?.rules ?? []));
  const before: CalendarsHours = new Map([...rows].filter(([id]) => calendarIds.includes(id)));
  const after = hoursAfter(directory, wire, change, before, now);

  const asHours = (hours: CalendarsHours) => new Map([...hours].map(([id, one]) => [id, hoursOf(one)]));
  const standing = await readStanding(read, tables, calendarIds, now);
  const touched = touchedBy(directory, standing, asHours(before), asHours(after));
  const own = touched.filter(({ appointment }) => isWithinReach(wish.staff, appointment));
  const needed = [...calendarsCounted(directory, calendarIds), ...calendarsOfTouched(directory, own), ...calendarIds];
  const times = await calendars.read([...new Set(needed)]);
  const scene: Scene = { directory, times: withHours(times, after), now };
  return {
    touched: previewTouched(scene, own, wish.isReached),
    beyondReach: touched.length - own.length,
    freeTimes: freeTimesOf(times, scene, calendarIds, firstDayOf(directory, change, before, now)),
    warnings: warningsOf({ change, before, after, timeZone: directory.union.timeZone, now }),
  };
}

function freeTimesOf(before: CalendarTimes, after: Scene, calendarIds: readonly string[], firstDay: string): Preview['freeTimes'] {
  const { directory, now } = after;
  const counted = { directory, calendarIds, firstDay, now };
  return { before: countFreeTimes(before, counted), after: countFreeTimes(after.times, counted), from: firstDay, to: addDays(firstDay, countedDays - 1) };
}

/** From when on a change can be noticed; not before today. */
function firstDayOf(directory: Directory, change: HoursChange, before: CalendarsHours, now: number): string {
  const today = dayOf(directory, now);
  const day = changeDay(directory, change, before) ?? today;
  return day > today && day < '9999-01-01' ? day : today;
}

function changeDay(directory: Directory, change: HoursChange, before: CalendarsHours): string | null {
  switch (change.kind) {
    case 'absence':
      return dayOf(directory, change.startsAt);
    case 'end_absence': {
      const absence = [...before.values()].flatMap(({ absences }) => absences).find(({ id }) => id === change.absenceId);
      return absence ? dayOf(directory, absence.startsAt) : null;
    }
    case 'exception':
      return change.day;
    case 'copy_week':
      return change.toMonday;
    default:
      return null;
  }
}
