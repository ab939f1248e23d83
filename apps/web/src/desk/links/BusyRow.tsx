import type { BusySource } from '@sportello/contract';
import { dayOf, formatDay, formatTime } from '../../format/dates.ts';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { useDeskMinute } from '../desk-minute.ts';
import { sayMoment } from './say-moment.ts';

interface Props {
  readonly source: BusySource;
  /** Left out where one may only look. */
  readonly acts?: { readonly isReading: boolean; readonly onRead: () => void; readonly onRemove: () => void };
}

/** One calendar elsewhere: how its last reading went, and what somebody should look at. */
export function BusyRow({ source: { host, calendar_id, last_good_at, busy_count, due_at, touched_count, first_touched_at, failure }, acts }: Props) {
  const { busy: texts, todayAt } = useMessages(calendarLinks);
  const language = useLanguage();
  const now = useDeskMinute();
  const say = (instant: string) => sayMoment(instant, now, todayAt, language);
  // Where it fails, the remark below says when it was read last.
  const facts = [last_good_at && !failure && texts.lastGood(say(last_good_at)), busy_count !== null && texts.count(busy_count), Date.parse(due_at) > now && texts.next(formatTime(due_at))];
  return (
    <li>
      <span className="row-main">
        <strong>{host}</strong>
        <span className="row-facts">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {acts && (
        <span className="row-actions">
          <button type="button" className="plain-button" aria-label={texts.readNowWhich(host)} aria-disabled={acts.isReading || undefined} onClick={acts.isReading ? undefined : acts.onRead}>
            {texts.readNow}
          </button>
          <button type="button" className="plain-button" aria-label={texts.removeWhich(host)} onClick={acts.onRemove}>
            {texts.remove}
          </button>
        </span>
      )}
      {/* There before, so that a screen reader hears what a reading brings. */}
      <div role="status" className="link-remarks">
        {failure && (
          <Alert kind="warning">
            <p>
              <strong>{last_good_at ? texts.failing(say(last_good_at)) : texts.failingYet}</strong> {texts.failures[failure]}
              {last_good_at && ` ${texts.oldStay}`}
            </p>
          </Alert>
        )}
        {first_touched_at && (
          <Alert kind="warning">
            <p>
              {texts.touched(touched_count, formatDay(first_touched_at, language))} <a href={staffPaths.agenda({ day: dayOf(first_touched_at), calendars: calendar_id })}>{texts.toAgenda}</a>
            </p>
          </Alert>
        )}
      </div>
    </li>
  );
}
