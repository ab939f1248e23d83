import { useSearchParams } from 'react-router';
import { useAnswer } from '../api.ts';
import { now } from '../clock.ts';
import { offices } from '../directory.ts';
import { dayOf, formatDay } from '../format/dates.ts';
import { desk } from '../messages/desk.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { clockSkew } from '../session/desk-clock.ts';
import { useMe } from '../staff/me.ts';
import { isDay } from '../staff/moments.ts';
import { StaffHead } from '../staff/StaffHead.tsx';
import { AppointmentRows } from './AppointmentRows.tsx';
import { DayTurner } from './DayTurner.tsx';
import { officesWithin } from './offices-within.ts';
import { boardOf } from './queries.ts';

/** The appointments of a day, to be read. Day and office stand in the address. */
export function DayPage() {
  const { day: texts } = useMessages(desk);
  const language = useLanguage();
  const me = useMe();
  const [query] = useSearchParams();
  const today = dayOf(new Date(now() + useAnswer(clockSkew)).toISOString());
  const asked = query.get('giorno');
  const day = isDay(asked) ? asked : today;
  const mine = officesWithin(me, useAnswer(offices));
  const officeId = mine.find(({ id }) => id === query.get('ufficio'))?.id;
  const { items } = useAnswer(boardOf(day, officeId));
  const written = formatDay(day, language);

  return (
    <div className="container page-body">
      <StaffHead title={texts.title(me.given_name)} />
      <section aria-labelledby="day-title">
        <div className="day-head">
          <div>
            <h2 id="day-title">{day === today ? texts.today : texts.of(written)}</h2>
            <p role="status" className="day-line">
              {day === today && <>{written}: </>}
              {texts.count(items.length)}
            </p>
          </div>
          <DayTurner day={day} today={today} officeId={officeId} offices={mine} />
        </div>
        {items.length === 0 ? <p className="empty-state">{emptyText()}</p> : <AppointmentRows caption={texts.of(written)} items={items} withDay={false} />}
      </section>
    </div>
  );

  function emptyText(): string {
    if (officeId) return texts.noneInOffice;
    return day === today ? texts.noneToday : texts.none;
  }
}
