import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { dayOf, formatDay, formatHour } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { type DeskWish, slotsWish } from './desk-choice.ts';
import type { TimeWish } from './draft.ts';
import { currentDraft } from './draft-store.ts';
import { startNear, type weekLater } from './nearest-start.ts';
import { freeStarts } from './queries.ts';
import { useToday } from './today.ts';

/** A time that the page was opened with: a start of an agenda, or the same hour a week later. */
export interface Asked {
  readonly start: string | null;
  readonly repeats: ReturnType<typeof weekLater> | null;
}

const daysBefore = 4;

/** Holds the asked time at once, or for a repetition the nearest; what became of it is said. `missed`: it is not free. */
export function useAskedTime(wish: DeskWish, { start, repeats }: Asked, hold: (time: Omit<TimeWish, 'key'>, options: { thenFocus: boolean }) => void) {
  const { held: texts } = useMessages(deskBook);
  const language = useLanguage();
  const today = useToday();
  const isDone = useRef(false);
  const day = repeats?.day ?? (start ? dayOf(start) : null);
  const first = day && dayAfter(day, -daysBefore);
  const from = first && first > today ? first : today;
  const { data } = useQuery({ ...freeStarts(slotsWish(wish), from)(language), enabled: day !== null });
  const slots = data?.items;
  const found = slots && wanted();

  useEffect(() => {
    if (!found || isDone.current || currentDraft()?.wish) return;
    isDone.current = true;
    const { starts_at, place_id } = found.slot;
    hold({ starts_at, place_id, calendar_id: wish.calendarId ?? null, outside_hours: false, by_hand: false }, { thenFocus: Boolean(repeats) });
  });

  return { said: said(), missed: start && slots && !found ? start : null };

  function wanted() {
    if (repeats) return startNear(slots ?? [], repeats);
    const slot = start ? slots?.find(({ starts_at }) => Date.parse(starts_at) === Date.parse(start)) : undefined;
    return slot ? { slot, isExact: true } : null;
  }

  function said(): string | null {
    if (!slots) return null;
    if (repeats) {
      if (found?.isExact) return texts.sameTime;
      const asked = `${formatDay(repeats.day, language)}, ${repeats.time}`;
      return found ? texts.nearest(asked) : texts.askedGone(asked);
    }
    return start && !found ? texts.askedGone(`${formatDay(start, language)}, ${formatHour(start, language)}`) : null;
  }
}
