import type { AgendaCalendar } from './grid.ts';

/** How many looks the style sheet knows: a colour, and a pattern for who does not tell colours apart. */
const looks = 8;

/** The look of a calendar, 1 to 8: by its place among all, so that it stays whichever are shown. */
export function lookOf(calendars: readonly Pick<AgendaCalendar, 'id'>[], id: string): number {
  return (Math.max(0, calendars.findIndex((calendar) => calendar.id === id)) % looks) + 1;
}

const mostSideBySide = 5;

/** What is shown while nobody chose: one's own, else the first few, as many as can be read side by side; of a week one. */
export function usualCalendars(calendars: readonly Pick<AgendaCalendar, 'id' | 'is_mine' | 'office_id'>[], isWeek: boolean): readonly string[] {
  const mine = calendars.filter(({ is_mine }) => is_mine);
  if (isWeek) return [...mine, ...calendars].slice(0, 1).map(({ id }) => id);
  const near = calendars.filter(({ is_mine, office_id }) => !is_mine && mine.some((one) => one.office_id === office_id));
  const first = mine.length > 0 ? [...mine, ...near] : calendars;
  return first.slice(0, mostSideBySide).map(({ id }) => id);
}
