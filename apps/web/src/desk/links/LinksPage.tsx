import { may } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { Section } from '../../staff/profile/Section.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { hoursOf } from '../hours/queries.ts';
import { BusySection } from './BusySection.tsx';
import { FeedSection } from './FeedSection.tsx';

/** One calendar and programs elsewhere: to read it there, and to close it by what is busy there. */
export function LinksPage() {
  const { title, up, feed, busy } = useMessages(calendarLinks);
  const { role } = useMe();
  const { calendar } = useAnswer(hoursOf(useParams().id ?? ''));
  return (
    <div className="container page-body" key={calendar.id}>
      <StaffHead title={title(calendar.name)} up={{ label: up(calendar.name), href: staffPaths.calendarHours(calendar.id) }} />
      <Section id="sul-telefono" title={feed.title}>
        <FeedSection calendarId={calendar.id} />
      </Section>
      <Section id="impegni" title={busy.title}>
        <BusySection calendarId={calendar.id} mayChange={may(role, 'calendar.change')} />
      </Section>
    </div>
  );
}
