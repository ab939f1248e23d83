import type { CalendarChange } from '@sportello/contract';
import type { it } from '../../messages/desk-hours.it.ts';
import { instantAt, minutesADay, readMinute } from '../agenda/wall-time.ts';

export interface AbsenceValues {
  readonly calendarId: string;
  readonly from: string;
  readonly to: string;
  readonly allDay: boolean;
  readonly fromTime: string;
  readonly toTime: string;
  readonly reason: string;
}

/** Field -> how to mend it. */
export function mistakesInAbsence({ calendarId, from, to, allDay, fromTime, toTime }: AbsenceValues, texts: typeof it.absence): Readonly<Partial<Record<keyof AbsenceValues, string>>> {
  const isBackwards = from > to || (!allDay && from === to && fromTime !== '' && toTime !== '' && fromTime >= toTime);
  return {
    ...(calendarId === '' && { calendarId: texts.whoMissing }),
    ...(from === '' && { from: texts.fromMissing }),
    ...(to === '' && { to: texts.toMissing }),
    ...(!allDay && readMinute(fromTime) === null && { fromTime: texts.timeMissing }),
    ...(!allDay && readMinute(toTime) === null && { toTime: texts.timeMissing }),
    ...(from !== '' && to !== '' && isBackwards && { [from > to ? 'to' : 'toTime']: texts.toTooEarly }),
  };
}

/** Of values without a mistake. Whole days reach from midnight to midnight of the desk. */
export function absenceOf({ calendarId, from, to, allDay, fromTime, toTime, reason }: AbsenceValues): CalendarChange {
  return {
    kind: 'absence',
    calendar_ids: [calendarId],
    starts_at: instantAt(from, allDay ? 0 : (readMinute(fromTime) ?? 0)),
    ends_at: instantAt(to, allDay ? minutesADay : (readMinute(toTime) ?? minutesADay)),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}
