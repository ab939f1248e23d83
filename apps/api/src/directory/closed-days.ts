import type { Channel, Language } from '@sportello/contract';
import { addDays, parseDay } from '@sportello/scheduling';
import { holidaysOf } from '../calendars/holidays.ts';
import type { Closure, Directory, WorkedHoliday } from './directory.ts';
import { inLanguage } from './in-language.ts';

/** Whose doors are asked about; a place for the channel desk only. */
export interface ClosedDaysQuestion {
  readonly officeId: string;
  readonly placeId: string | null;
  readonly channel: Channel;
}

/** What closes and opens: the question with the comune that its place stands in. */
interface Door extends ClosedDaysQuestion {
  readonly municipalityId: string | null;
}

/**
 * The days from `from` to `to`, both included, on which nobody receives: national holidays (every channel), the patron
 * day of the place's comune (its desks), both unless we work on them, and closures. A holiday that is worked does not
 * lift a closure of the same day.
 */
export function closedDays(directory: Directory, question: ClosedDaysQuestion, from: string, to: string): ReadonlySet<string> {
  const door = { ...question, municipalityId: municipalityOf(directory, question) };
  const worked = new Set(directory.workedHolidays.filter((row) => isWorkedAt(row, door)).map(({ day }) => day));
  const holidays = holidaysAt(directory, door, from, to).filter((day) => from <= day && day <= to && !worked.has(day));
  const closures = directory.closures.filter((closure) => closes(closure, door));
  return new Set([...holidays, ...closures.flatMap((closure) => daysOf(closure, from, to))]);
}

/** Whether this closure, by itself, closes that door on that day. */
export function isClosedBy(directory: Directory, closure: Closure, question: ClosedDaysQuestion, day: string): boolean {
  return closure.firstDay <= day && day <= closure.lastDay && closes(closure, { ...question, municipalityId: municipalityOf(directory, question) });
}

/** Why nobody receives on that day, in words; null: somebody does. Of a closure its own reason, where one was given. */
export function closedDayReason(directory: Directory, question: ClosedDaysQuestion, day: string, language: Language): string | null {
  if (!closedDays(directory, question, day, day).has(day)) return null;
  const closure = directory.closures.find((one) => isClosedBy(directory, one, question, day));
  if (closure) return closure.reason ? inLanguage(closure.reason, language) : closedWords[language];
  const holiday = holidaysOf(Number(day.slice(0, 4))).find((one) => one.day === day);
  return holiday ? inLanguage(holiday.name, language) : patronWords[language];
}

const closedWords = { it: 'Chiusura', en: 'Closed' } as const;
const patronWords = { it: 'Festa del patrono', en: 'Patron saint’s day' } as const;

function municipalityOf({ places }: Directory, { channel, placeId }: ClosedDaysQuestion): string | null {
  if (channel !== 'desk' || placeId === null) return null;
  return places.get(placeId)?.municipalityId ?? null;
}

/** National holidays and the patron day of all the years that the days touch. */
function holidaysAt({ municipalities }: Directory, { municipalityId }: Door, from: string, to: string): string[] {
  const patronDay = municipalityId === null ? null : (municipalities.get(municipalityId)?.patronDay ?? null);
  return yearsOf(from, to).flatMap((year) => {
    const national = holidaysOf(year).map(({ day }) => day);
    return patronDay === null ? national : [...national, `${year}-${patronDay}`].filter((day) => parseDay(day) !== null); // 29 February
  });
}

function yearsOf(from: string, to: string): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Math.max(0, Number(to.slice(0, 4)) - first + 1) }, (_, place) => first + place);
}

function isWorkedAt({ municipalityId }: WorkedHoliday, door: Door): boolean {
  return municipalityId === null || municipalityId === door.municipalityId;
}

/** What is said to close remote channels closes all of them: by video, by phone and at home people meet an office, not a comune. */
function closes({ scope, scopeId, closesRemote }: Closure, { officeId, placeId, municipalityId, channel }: Door): boolean {
  const isDesk = channel === 'desk';
  switch (scope) {
    case 'union':
      return isDesk || closesRemote;
    case 'office':
      return scopeId === officeId && (isDesk || closesRemote);
    case 'municipality':
      return isDesk ? scopeId === municipalityId : closesRemote;
    case 'place':
      return isDesk ? scopeId === placeId : closesRemote;
  }
}

function daysOf({ firstDay, lastDay }: Closure, from: string, to: string): string[] {
  const last = lastDay < to ? lastDay : to;
  const days: string[] = [];
  for (let day = firstDay > from ? firstDay : from; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
