import type { Hold } from '@sportello/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { dayOf, formatMonth } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Live } from '../../ui/Live.tsx';
import { useBookable } from '../booking.ts';
import { freeTimes } from '../queries.ts';
import { pathOfStep } from '../steps.ts';
import { TroubleNote } from '../TroubleNote.tsx';
import { DayList } from './DayList.tsx';
import { DayTimes } from './DayTimes.tsx';
import { byDay, withOwn } from './group-slots.ts';
import { dayAfter, daysOf, monthOf } from '../../format/days.ts';
import { MonthTurner } from './MonthTurner.tsx';

interface Props {
  readonly today: string;
  /** The month that is shown first. */
  readonly firstMonth: string;
  readonly own: Hold | null;
  readonly start: string | null;
  readonly onChoose: (start: string) => void;
}

/** Month by month the days that have free times, and the times of the day that the address names. */
export function MonthOfTimes({ today, firstMonth, own, start, onChoose }: Props) {
  const texts = useMessages(bookTime);
  const { bookable, chosen, choice, language } = useBookable();
  const [month, setMonth] = useState(firstMonth);
  const navigate = useNavigate();
  const range = daysOf(month, today) ?? { from: today, to: today };
  const { data, isError, error, isPlaceholderData } = useQuery({ ...freeTimes(bookable, range)(language), staleTime: 10_000, placeholderData: keepPreviousData });
  if (isError && !data) return <TroubleNote error={error} />;
  if (!data) return null;

  const ownHere = own && monthOf(dayOf(own.starts_at)) === month ? own : null;
  const days = byDay(withOwn(data.items, ownHere));
  const shown = days.find(({ day }) => day === chosen.day);
  const next = data.next_available_at;

  function showDay(day: string): void {
    void navigate(pathOfStep('time', { ...choice, day }), { replace: true, preventScrollReset: true });
  }

  return (
    <section aria-labelledby="days">
      <h3 id="days">{texts.days}</h3>
      <MonthTurner month={month} first={monthOf(today)} last={monthOf(dayAfter(today, bookable.way.horizon_days))} onTurn={setMonth} />
      <Live text={isPlaceholderData ? '' : texts.monthShown(days.length, formatMonth(`${month}-01`, language))} />
      {days.length === 0 && (
        <div className="mb-4">
          <p>{texts.monthEmpty(formatMonth(`${month}-01`, language))}</p>
          {next && monthOf(dayOf(next)) > month && (
            <button type="button" className="plain-button" onClick={() => setMonth(monthOf(dayOf(next)))}>
              {texts.firstLater(formatMonth(next, language))}
            </button>
          )}
        </div>
      )}
      <DayList days={days} shown={chosen.day} onShow={showDay} />
      <DayTimes day={chosen.day && monthOf(chosen.day) === month ? chosen.day : undefined} slots={shown?.slots ?? []} own={own} start={start} onChoose={onChoose} />
    </section>
  );
}

