import { may, type Member } from '@sportello/contract';
import { useState } from 'react';
import { useAnswer } from '../../../api.ts';
import { memberCalendars } from '../../../messages/member-calendars.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Done } from '../../../staff/Done.tsx';
import { useMe } from '../../../staff/me.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { recordsOf } from '../../records/queries.ts';
import { CalendarOfMember } from './CalendarOfMember.tsx';
import { GiveCalendar } from './GiveCalendar.tsx';
import { theirs } from './queries.ts';

interface Said {
  readonly text: string;
  /** Whose hours come next. */
  readonly calendarId?: string;
}

/** Which calendars are somebody's, when they are open and what is booked; given and taken away here. */
export function MemberCalendars({ shown }: { readonly shown: Member }) {
  const texts = useMessages(memberCalendars);
  const { role } = useMe();
  const calendars = theirs(useAnswer(recordsOf('calendar')).items, shown);
  const [isGiving, setGiving] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  // An auditor works in no office: there is nothing to book with them.
  const mayGive = may(role, 'union.change') && shown.role !== 'auditor';

  function say(next: Said): void {
    setSaid(next);
    setGiving(false);
  }

  return (
    <>
      {calendars.length === 0 && <p>{texts.none}</p>}
      <ul className="record-rows member-calendars">
        {calendars.map((item) => (
          <CalendarOfMember key={item.id} item={item} shown={shown} onDone={(text) => say({ text })} />
        ))}
      </ul>
      <Done text={said?.text ?? null} />
      {said?.calendarId && (
        <p>
          <a href={staffPaths.calendarHours(said.calendarId)}>{texts.thenHours}</a>
        </p>
      )}
      {mayGive && !isGiving && (
        <Button
          kind="outline-primary"
          onClick={() => {
            setSaid(null);
            setGiving(true);
          }}
        >
          {texts.give}
        </Button>
      )}
      {mayGive && isGiving && <GiveCalendar shown={shown} onDone={({ id, title }) => say({ text: texts.given(title), calendarId: id })} onClose={() => setGiving(false)} />}
    </>
  );
}
