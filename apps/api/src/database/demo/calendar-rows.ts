import { addDays, dayOfWeek } from '@sportello/scheduling';
import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import type { DemoContent, OpeningContent, WallTime, Weekday } from './content/shape.ts';
import type { DemoIds } from './ids.ts';

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** So long ago, in weeks, began the hours of the demo: a desk with some past. */
const weeksOpen = 8;

/** The calendars of the demo and their hours, which have held for some weeks on `today`. */
export function calendarRows({ calendars }: DemoContent, ids: DemoIds, today: string) {
  const firstMonday = addDays(today, 1 - dayOfWeek(today) - 7 * weeksOpen);
  return {
    calendars: calendars.map(({ key, name, kind, office }) => ({
      id: ids.calendar(key),
      name,
      kind,
      officeId: office ? ids.office(office) : null,
    })) satisfies Tables['calendars']['$inferInsert'][],
    openingRules: calendars.flatMap(({ key, opening }) =>
      opening.map((content) => ({ id: newId(), calendarId: ids.calendar(key), ...openingRuleOf(content, ids, firstMonday) })),
    ) satisfies Tables['openingRules']['$inferInsert'][],
  };
}

export type DemoOpeningRule = ReturnType<typeof calendarRows>['openingRules'][number];

/** Rules that take turns count their weeks from Mondays that lie a week apart. */
function openingRuleOf({ days, start, end, place, channels, everyWeeks = 1, weekOffset = 0 }: OpeningContent, ids: DemoIds, firstMonday: string) {
  return {
    startMinute: minuteOf(start),
    endMinute: minuteOf(end),
    recurrence: { kind: 'weekly' as const, days: days.map((day) => weekdays.indexOf(day) + 1), everyWeeks },
    firstDay: addDays(firstMonday, 7 * weekOffset),
    lastDay: null,
    channels: channels ?? null,
    placeId: place ? ids.place(place) : null,
  };
}

function minuteOf(wall: WallTime): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  return hours * 60 + minutes;
}
