import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { dayOf, formatDay, formatTime } from '../../../format/dates.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { problemOf } from '../../../staff/staff-call.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CompactSelect } from '../../CompactSelect.tsx';
import { type DeskWish, slotsWish } from '../desk-choice.ts';
import type { TimeWish } from '../draft.ts';
import { calendarsOf } from '../queries.ts';
import { instantOf } from './wall-instant.ts';

interface Props {
  readonly wish: DeskWish;
  /** A start that the page was opened with and that is not free. */
  readonly prefilled: string | null;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onHold: (time: Omit<TimeWish, 'key'>) => void;
}

interface Typed {
  readonly day: string;
  readonly time: string;
  readonly calendarId: string;
}

/** A time that is not in the list, in a named agenda. Outside the hours it is asked once whether it is meant; over what is taken, never. */
export function OtherTime({ wish, prefilled, isBusy, error, onHold }: Props) {
  const { other: texts } = useMessages(deskBook);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<Typed>({ day: '', time: '', calendarId: wish.calendarId ?? '' });
  const [asked, setAsked] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const taken = useRef<string | null>(null);
  const calendars = (useQuery({ ...calendarsOf(slotsWish(wish), language), enabled: isOpen || prefilled !== null }).data ?? []).flat();

  useEffect(() => {
    if (!prefilled || taken.current === prefilled) return;
    taken.current = prefilled;
    setOpen(true);
    setTyped((before) => ({ ...before, day: dayOf(prefilled), time: formatTime(prefilled) }));
  }, [prefilled]);

  const onlyCalendar = calendars.length === 1 ? calendars[0]?.id : undefined;
  const calendarId = typed.calendarId || onlyCalendar || '';
  const start = instantOf(typed.day, typed.time);
  const when = start ? `${formatDay(start, language)}, ${formatTime(start)}` : '';
  const isOurs = asked !== null && asked === start;
  const refusedAs = isOurs && !isBusy ? problemOf(error) : null;

  function use(outside: boolean): void {
    setMissing(!start || !calendarId);
    if (!start || !calendarId) return;
    setAsked(start);
    onHold({ starts_at: start, place_id: wish.way.channel === 'desk' ? (wish.place?.id ?? null) : null, calendar_id: calendarId, outside_hours: outside, by_hand: true });
  }

  function type(change: Partial<Typed>): void {
    setTyped({ ...typed, ...change });
    setAsked(null);
  }

  return (
    <div className="other-time">
      <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {texts.open}
      </button>
      {isOpen && (
        <div className="other-time-panel">
          <p className="form-text">{texts.help}</p>
          <div className="other-time-fields">
            <label className="day-field">
              <span>{texts.day}</span>
              <input type="date" className="form-control" value={typed.day} onChange={({ target }) => type({ day: target.value })} />
            </label>
            <label className="day-field">
              <span>{texts.time}</span>
              <input type="time" className="form-control" step={300} value={typed.time} onChange={({ target }) => type({ time: target.value })} />
            </label>
            <CompactSelect
              label={texts.calendar}
              empty={texts.chooseCalendar}
              choices={calendars.map(({ id, name }) => ({ value: id, label: name }))}
              value={calendarId}
              onChange={(id) => type({ calendarId: id })}
            />
            <Button kind="outline-primary" busy={isBusy} onClick={() => use(false)}>
              {texts.submit}
            </Button>
          </div>
          <div role="status">
            {isMissing && <p className="invalid-feedback">{texts.missing}</p>}
            {refusedAs === 'slot-taken' && <p className="invalid-feedback">{texts.taken(when)}</p>}
            {refusedAs === 'slot-not-offered' && (
              <Alert kind="warning">
                <p>{texts.notOffered(when)}</p>
                <div className="button-row">
                  <Button onClick={() => use(true)}>{texts.anyway}</Button>
                  <Button kind="outline-primary" onClick={() => type({ day: '', time: '' })}>
                    {texts.leave}
                  </Button>
                </div>
              </Alert>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
