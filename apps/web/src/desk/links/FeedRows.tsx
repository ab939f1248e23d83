import type { CalendarFeed } from '@sportello/contract';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useDeskMinute } from '../desk-minute.ts';
import { sayMoment } from './say-moment.ts';

interface Props {
  readonly feeds: readonly CalendarFeed[];
  readonly onTakeBack: (feed: CalendarFeed) => void;
}

/** Addresses that answer, without themselves: when each was made and last read. */
export function FeedRows({ feeds, onTakeBack }: Props) {
  const { feed: texts, todayAt } = useMessages(calendarLinks);
  const language = useLanguage();
  const now = useDeskMinute();
  return (
    <ul className="row-list">
      {feeds.map((feed) => {
        const madeAt = sayMoment(feed.created_at, now, todayAt, language);
        return (
          <li key={feed.id}>
            <span className="row-main">
              <strong>{texts.madeAt(madeAt)}</strong>
              <span className="row-facts">{texts.readAt(feed.last_read_at ? sayMoment(feed.last_read_at, now, todayAt, language) : texts.never)}</span>
            </span>
            <span className="row-actions">
              <button type="button" className="plain-button" aria-label={texts.takeBackWhich(madeAt)} onClick={() => onTakeBack(feed)}>
                {texts.takeBack}
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
