import { localDay, type Minutes, startOfDay, wouldBeStart } from '@sportello/scheduling';
import { bookedMinutes, takenBy } from '../calendars/calendar-time.ts';
import { serves } from '../directory/directory.ts';
import { judge, type Verdict } from './free-starts.ts';
import { questionOf, type Situation } from './question.ts';

/** A verdict, and whether the start lies where nobody receives: outside the hours, or while the calendar is away. */
export type Judged = Verdict & { readonly outsideHours: boolean };

/**
 * The verdict for the desk. With `mayBeOutside` any whole minute will do from the beginning of today on (somebody was
 * served before it was typed), as long as the office serves the comune that day and no claim is in the way: what is
 * taken stays taken.
 */
export function judgeForDesk(situation: Situation, start: Minutes, { mayBeOutside }: { readonly mayBeOutside: boolean }): Judged {
  const verdict = judge(questionOf(situation), start);
  if (verdict.is === 'offered' || !mayBeOutside) return { ...verdict, outsideHours: false };
  return { ...judgeByClaims(situation, start), outsideHours: !isWithinHours(situation, start) };
}

function judgeByClaims({ directory, request, times, now, except }: Situation, start: Minutes): Verdict {
  const { timeZone } = directory.union;
  const { rules, service, municipalityId } = request;
  const minute = Math.floor(now / 60_000);
  const isInReach = start >= startOfDay(timeZone, localDay(timeZone, minute)) && start <= minute + rules.horizonDays * 1440;
  if (!isInReach || !serves(directory, service, municipalityId, localDay(timeZone, start))) return { is: 'not-offered' };
  if (rules.needs.length === 0 || rules.needs.some((need) => need.length === 0)) return { is: 'not-offered' };

  const [from, to] = [start - rules.bufferBeforeMinutes, start + rules.durationMinutes + rules.bufferAfterMinutes];
  const isFree = (id: string) => {
    const time = times.get(id);
    return time !== undefined && bookedMinutes(takenBy(time.claims, { now, except }), from, to) === 0;
  };
  const free = rules.needs.map((need) => need.filter(isFree));
  return free.every((ids) => ids.length > 0) ? { is: 'offered', free } : { is: 'taken' };
}

/** Whether somebody receives then, at whatever minute, past or not. */
function isWithinHours(situation: Situation, start: Minutes): boolean {
  const question = questionOf({ ...situation, now: Math.min(situation.now, start * 60_000) });
  return wouldBeStart({ ...question, rules: { ...question.rules, grid: 'pack' } }, start); // a grid without starts of its own
}
