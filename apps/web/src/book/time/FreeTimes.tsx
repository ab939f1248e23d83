import type { Hold } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { dayOf } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useBookable } from '../booking.ts';
import { freeTimes } from '../queries.ts';
import { TroubleNote } from '../TroubleNote.tsx';
import { EarliestTimes } from './EarliestTimes.tsx';
import { withOwn } from './group-slots.ts';
import { dayAfter, monthOf } from '../../format/days.ts';
import { MonthOfTimes } from './MonthOfTimes.tsx';
import { NoTimes } from './NoTimes.tsx';
import { OperatorWithoutTimes } from './OperatorWithoutTimes.tsx';

interface Props {
  readonly today: string;
  /** The visitor's own held time. */
  readonly own: Hold | null;
  readonly start: string | null;
  readonly onChoose: (start: string) => void;
}

const daysAhead = 30;

/** The first free times, then a month of days and the times of one. */
export function FreeTimes({ today, own, start, onChoose }: Props) {
  const { waiting } = useMessages(common);
  const { bookable, chosen, language } = useBookable();
  const soon = useQuery({ ...freeTimes(bookable, { from: today, to: dayAfter(today, daysAhead) })(language), staleTime: 10_000 });

  if (soon.isError && !soon.data) return <TroubleNote error={soon.error} />;
  if (!soon.data) return <Waiting text={waiting} />;
  const earliest = withOwn(soon.data.items, own);
  const first = earliest[0]?.starts_at ?? soon.data.next_available_at;
  if (!first) return bookable.operator ? <OperatorWithoutTimes today={today} operator={bookable.operator} /> : <NoTimes today={today} />;

  return (
    <>
      <EarliestTimes slots={earliest} start={start} onChoose={onChoose} />
      {/* Another place, way of meeting or operator begins with its own first month. */}
      <MonthOfTimes
        key={`${bookable.way.channel} ${bookable.place?.id} ${bookable.operator?.id}`}
        today={today}
        firstMonth={monthOf(chosen.day ?? (start ? dayOf(start) : dayOf(first)))}
        own={own}
        start={start}
        onChoose={onChoose}
      />
    </>
  );
}
