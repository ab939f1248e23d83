import { dayOf, formatTime } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';

interface Start {
  readonly starts_at: string;
}

const week = 7;
const dayMilliseconds = 24 * 60 * 60_000;

/** The same time a week later: the day, and where it would stand in time, give or take the hour of a summer-time night. */
export function weekLater(startsAt: string): { readonly day: string; readonly time: string; readonly near: number } {
  return { day: dayAfter(dayOf(startsAt), week), time: formatTime(startsAt), near: Date.parse(startsAt) + week * dayMilliseconds };
}

/** The start at that time of that day on the clock of the desk, or else the one nearest to it; null where there is none at all. */
export function startNear<Slot extends Start>(slots: readonly Slot[], { day, time, near }: ReturnType<typeof weekLater>): { readonly slot: Slot; readonly isExact: boolean } | null {
  const exact = slots.find(({ starts_at }) => dayOf(starts_at) === day && formatTime(starts_at) === time);
  if (exact) return { slot: exact, isExact: true };
  const distance = ({ starts_at }: Start) => Math.abs(Date.parse(starts_at) - near);
  const [first, ...others] = slots;
  if (!first) return null;
  return { slot: others.reduce((best, other) => (distance(other) < distance(best) ? other : best), first), isExact: false };
}
