import { addDays, startOfDay } from '@sportello/scheduling';
import type { Union } from '../directory/directory.ts';

/** For how many months what belongs to no service is kept. */
export interface Periods {
  /** Which messages left, and whether they arrived. */
  readonly messages: number;
  /** What people wrote of pages and services. */
  readonly texts: number;
  /** What lies beside the trail. */
  readonly trail: number;
  /** The sessions of the staff: at least six months (the Garante on system administrators, 27 November 2008). */
  readonly access: number;
}

const usual: Periods = { messages: 12, texts: 12, trail: 24, access: 6 };

type Decided = Pick<Union, 'messagesMonths' | 'textsMonths' | 'trailMonths' | 'accessMonths'>;

/** What the union decided, and what is usual where it decided nothing. */
export function periodsOf({ messagesMonths, textsMonths, trailMonths, accessMonths }: Decided): Periods {
  return { messages: messagesMonths ?? usual.messages, texts: textsMonths ?? usual.texts, trail: trailMonths ?? usual.trail, access: accessMonths ?? usual.access };
}

/** The same day so many months earlier; the last of a month that is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const total = year * 12 + (month - 1) - months;
  const first = `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}-01`;
  const next = `${String(Math.floor((total + 1) / 12)).padStart(4, '0')}-${String(((total + 1) % 12) + 1).padStart(2, '0')}-01`;
  const sameDay = addDays(first, Number(day.slice(8)) - 1);
  return sameDay < next ? sameDay : addDays(next, -1);
}

/** Before this instant (epoch milliseconds) lies what is over on a day: whole months have passed since the end of its day. */
export function cutoff(timeZone: string, day: string, months: number): number {
  return Math.max(0, startOfDay(timeZone, monthsBefore(day, months)) * 60_000);
}
