import { may } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { AbsencesSection } from './AbsencesSection.tsx';
import { CopySection } from './CopySection.tsx';
import { ExceptionsSection } from './ExceptionsSection.tsx';
import { hoursOf } from './queries.ts';
import { RulesEditor } from './RulesEditor.tsx';

/** When a calendar is open: hours that repeat, unusual days, absences. Changed in place, seen before they are saved. */
export function HoursPage() {
  const { title, up, links, history } = useMessages(deskHours);
  const { role } = useMe();
  const hours = useAnswer(hoursOf(useParams().id ?? ''));
  const mayChange = may(role, 'calendar.change');
  const { calendar } = hours;
  return (
    <div className="container page-body" key={calendar.id}>
      <StaffHead title={title(calendar.name)} up={{ label: up, href: staffPaths.agenda({ calendars: calendar.id }) }}>
        <p>
          <a href={staffPaths.calendarLinks(calendar.id)}>{links.title}</a>: {links.text}
        </p>
        <p>
          <a href={staffPaths.hoursHistory(calendar.id)}>{history.link}</a>
        </p>
      </StaffHead>
      <RulesEditor hours={hours} mayChange={mayChange} />
      <ExceptionsSection hours={hours} mayChange={mayChange} />
      <AbsencesSection hours={hours} mayChange={mayChange} />
      {mayChange && <CopySection hours={hours} />}
    </div>
  );
}
