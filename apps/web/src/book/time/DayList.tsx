import { formatShortDay } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import type { DayOfSlots } from './group-slots.ts';
import { formatWeekday } from './weekday.ts';

interface Props {
  readonly days: readonly DayOfSlots[];
  readonly shown: string | undefined;
  readonly onShow: (day: string) => void;
}

/** The days with free times, and how many. A list, because a grid of all days hides the few that matter. */
export function DayList({ days, shown, onShow }: Props) {
  const texts = useMessages(bookTime);
  const language = useLanguage();
  return (
    <ul className="day-list">
      {days.map(({ day, slots }) => (
        <li key={day}>
          <button type="button" aria-pressed={day === shown} onClick={() => onShow(day)}>
            <span className="day-weekday">{formatWeekday(day, language)}</span> <strong>{formatShortDay(day, language)}</strong> <span className="day-count">{texts.free(slots.length)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
