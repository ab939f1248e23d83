import { announceDelay, type Board, type DeskCalendar } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { formatTime } from '../../format/dates.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { showDelayNow } from '../../staff/live/keep-current.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { FieldError } from '../../ui/FieldFrame.tsx';

const offered = [5, 10, 15, 20, 30];
const mostMinutes = 240;

interface Props {
  readonly calendars: Board['calendars'];
  readonly delays: Board['delays'];
  /** The calendar that the board is narrowed to. */
  readonly shownId: string | undefined;
  readonly mayAnnounce: boolean;
}

/** Says how late a calendar is: one press for one's own. Whoever waits reads it, and colleagues see it here. */
export function DelayPanel({ calendars, delays, shownId, mayAnnounce }: Props) {
  const { delay: texts } = useMessages(deskToday);
  const own = calendars.filter(({ is_mine, kind }) => is_mine && kind === 'operator');
  const [pickedId, pick] = useState('');
  const [said, setSaid] = useState('');
  const picked = calendars.find(({ id }) => id === (pickedId || shownId || own[0]?.id));
  const announcing = useMutation({
    mutationFn: ({ calendar, minutes }: { calendar: DeskCalendar; minutes: number }) => staffCall(announceDelay, { params: { calendar_id: calendar.id }, body: { minutes } }),
    onSuccess(delay, { calendar, minutes }) {
      showDelayNow(delay);
      setSaid(minutes === 0 ? texts.saidBack(calendar.name) : texts.said(minutes, calendar.name));
    },
  });
  const announce = (calendar: DeskCalendar, minutes: number) => announcing.isPending || announcing.mutate({ calendar, minutes });

  return (
    <div className="delay-panel">
      {delays.length > 0 && <AnnouncedDelays calendars={calendars} delays={delays} onTakeBack={mayAnnounce ? (calendar) => announce(calendar, 0) : undefined} />}
      {mayAnnounce && calendars.length > 0 && (
        <>
          {(own.length !== 1 || shownId !== undefined) && <CalendarChoice calendars={calendars} value={picked?.id ?? ''} onChange={pick} />}
          {picked && (
            <>
              <div className="delay-minutes">
                {offered.map((minutes) => (
                  <button key={minutes} type="button" className="row-button row-button-other" aria-label={texts.announce(minutes, picked.name)} aria-disabled={announcing.isPending || undefined} onClick={() => announce(picked, minutes)}>
                    {texts.some(minutes)}
                  </button>
                ))}
              </div>
              <OtherMinutes onAnnounce={(minutes) => announce(picked, minutes)} />
            </>
          )}
        </>
      )}
      <p role="status" className="panel-said">
        {said}
      </p>
      <Refusal error={announcing.error} />
    </div>
  );
}

function AnnouncedDelays({ calendars, delays, onTakeBack }: Pick<Props, 'calendars' | 'delays'> & { readonly onTakeBack: ((calendar: DeskCalendar) => void) | undefined }) {
  const { delay: texts } = useMessages(deskToday);
  return (
    <ul className="panel-list" aria-label={texts.now}>
      {delays.map(({ calendar_id, minutes, announced_at }) => {
        const calendar = calendars.find(({ id }) => id === calendar_id);
        return (
          <li key={calendar_id}>
            <span>
              <strong>{calendar?.name}</strong>
              <br />
              {texts.announced(minutes, formatTime(announced_at))}
            </span>
            {calendar && onTakeBack && (
              <button type="button" className="row-button row-button-back" aria-label={texts.takeBackOf(calendar.name)} onClick={() => onTakeBack(calendar)}>
                {texts.takeBack}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function CalendarChoice({ calendars, value, onChange }: { readonly calendars: Board['calendars']; readonly value: string; readonly onChange: (id: string) => void }) {
  const { delay: texts } = useMessages(deskToday);
  const id = useId();
  return (
    <div className="panel-field">
      <label htmlFor={id}>{texts.of}</label>
      <select id={id} className="form-select" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{texts.choose}</option>
        {calendars.map((calendar) => (
          <option key={calendar.id} value={calendar.id}>
            {calendar.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function OtherMinutes({ onAnnounce }: { readonly onAnnounce: (minutes: number) => void }) {
  const { delay: texts } = useMessages(deskToday);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const minutes = Number(typed);
    const isRight = Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes;
    setError(isRight ? undefined : texts.otherWrong);
    if (!isRight) return document.getElementById(id)?.focus();
    onAnnounce(minutes);
    setTyped('');
  }

  return (
    <form className="delay-other" onSubmit={submit} noValidate>
      <label htmlFor={id}>{texts.other}</label>
      <input id={id} className="form-control" inputMode="numeric" autoComplete="off" maxLength={3} value={typed} aria-invalid={error ? true : undefined} aria-describedby={error && `${id}-error`} onChange={({ target }) => setTyped(target.value)} />
      <button type="submit" className="row-button row-button-other">
        {texts.otherAnnounce}
      </button>
      <FieldError id={id} error={error} />
    </form>
  );
}
