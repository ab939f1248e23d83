import { dayAfter } from '../../format/days.ts';
import { isDay } from '../../staff/moments.ts';

export const views = ['giorno', 'settimana', 'elenco'] as const;
export type ViewName = (typeof views)[number];

/** What the address of the agenda says. `calendarIds` null: nobody chose yet. */
export interface AgendaView {
  readonly name: ViewName;
  readonly day: string;
  readonly calendarIds: readonly string[] | null;
}

/** On a phone the agenda is a list unless the address says something else. */
export function readView(query: URLSearchParams, { today, isPhone }: { readonly today: string; readonly isPhone: boolean }): AgendaView {
  const asked = query.get('giorno');
  const ids = query.get('agende')?.split(',').filter(Boolean) ?? [];
  return {
    name: views.find((name) => name === query.get('vista')) ?? (isPhone ? 'elenco' : 'giorno'),
    day: isDay(asked) ? asked : today,
    calendarIds: ids.length > 0 ? ids : null,
  };
}

const daysShown = { giorno: 1, settimana: 7, elenco: 7 } as const;

/** The days of a view: a week begins with its Monday, a list with the day itself. */
export function daysOfView({ name, day }: Pick<AgendaView, 'name' | 'day'>): readonly string[] {
  const first = name === 'settimana' ? mondayOf(day) : day;
  return Array.from({ length: daysShown[name] }, (_, at) => dayAfter(first, at));
}

/** The day to which the arrows lead. */
export function turned({ name, day }: Pick<AgendaView, 'name' | 'day'>, direction: 1 | -1): string {
  return dayAfter(day, daysShown[name] * direction);
}

export function mondayOf(day: string): string {
  return dayAfter(day, 1 - weekdayOf(day));
}

/** ISO: 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}
