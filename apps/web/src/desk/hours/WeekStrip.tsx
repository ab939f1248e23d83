import { useState } from 'react';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { now } from '../../clock.ts';
import { formatShortDay } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { clockSkew } from '../../session/desk-clock.ts';
import { Icon } from '../../ui/Icon.tsx';
import { agendaOf } from '../agenda/queries.ts';
import { mondayOf } from '../agenda/view.ts';
import { wallTimeOf } from '../agenda/wall-time.ts';
import { writeColumnDay } from '../agenda/write-day.ts';
import { type Hours, weekOf } from './week-strip.ts';

interface Props {
  readonly calendarId: string;
  readonly before: Hours;
  /** Null while what is written is no rule yet. */
  readonly after: Hours | null;
}

/** A week under the hours as they are, and as they would be: at once, by the rules that offer times. */
export function WeekStrip({ calendarId, before, after }: Props) {
  const { preview } = useMessages(deskHours);
  const language = useLanguage();
  const today = wallTimeOf(now() + useAnswer(clockSkew)).day;
  const [monday, setMonday] = useState(mondayOf(dayAfter(today, 7)));
  const closed = useAnswerSoon(agendaOf({ from: monday, to: dayAfter(monday, 6), calendarIds: [calendarId] }))?.closed_days ?? [];
  const closedDays = closed.map(({ day }) => day);
  const [was, will] = [weekOf(before, monday, closedDays), after && weekOf(after, monday, closedDays)];
  return (
    <div className="week-strip" role="group" aria-label={preview.title}>
      <div className="week-strip-head">
        <div role="status">
          <h3>{preview.week(formatShortDay(monday, language))}</h3>
        </div>
        <div className="day-turner">
          <button type="button" onClick={() => setMonday(dayAfter(monday, -7))}>
            <Icon name="arrow-left" size="sm" color="primary" />
            <span className="visually-hidden">{preview.previous}</span>
          </button>
          <button type="button" onClick={() => setMonday(dayAfter(monday, 7))}>
            <Icon name="arrow-right" size="sm" color="primary" />
            <span className="visually-hidden">{preview.next}</span>
          </button>
        </div>
      </div>
      <dl>
        {[...was].map(([day, hours]) => (
          <div key={day}>
            <dt>{writeColumnDay(day, language)}</dt>
            <dd>
              <DayHours was={hours} will={will?.get(day) ?? hours} closedFor={closed.find((one) => one.day === day)?.reason ?? null} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function DayHours({ was, will, closedFor }: { readonly was: readonly string[]; readonly will: readonly string[]; readonly closedFor: string | null }) {
  const { preview } = useMessages(deskHours);
  const say = (hours: readonly string[]) => (hours.length > 0 ? hours.join(', ') : closedFor ? preview.closedFor(closedFor) : preview.closed);
  if (say(was) === say(will)) return <span className={was.length === 0 ? 'is-closed' : undefined}>{say(was)}</span>;
  return (
    <>
      <del>
        <span className="visually-hidden">{preview.before} </span>
        {say(was)}
      </del>{' '}
      <ins>
        <span className="visually-hidden">{preview.after} </span>
        {say(will)}
      </ins>
    </>
  );
}
