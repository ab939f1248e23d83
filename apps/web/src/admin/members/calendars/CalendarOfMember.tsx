import { may, type Member } from '@sportello/contract';
import { useState } from 'react';
import { useAnswer, useAnswerSoon } from '../../../api.ts';
import { HoursLines } from '../../../desk/hours/HoursLines.tsx';
import { memberCalendars } from '../../../messages/member-calendars.ts';
import { records } from '../../../messages/records.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { useMe } from '../../../staff/me.ts';
import { formatMoment } from '../../../staff/moments.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { type ItemOf, recordsOf } from '../../records/queries.ts';
import { PutAway } from '../../records/PutAway.tsx';
import { bookedAhead, calendarChanged } from './queries.ts';
import { TakeAway } from './TakeAway.tsx';

const mostNames = 4;

interface Props {
  readonly item: ItemOf<'calendar'>;
  readonly shown: Member;
  /** What was done, in words. */
  readonly onDone: (text: string) => void;
}

/** One calendar of somebody: office, hours, what is booked, and what can be done with it. */
export function CalendarOfMember({ item, shown, onDone }: Props) {
  const texts = useMessages(memberCalendars);
  const { life } = useMessages(records);
  const { role } = useMe();
  const [question, setQuestion] = useState<'take' | 'archive' | null>(null);
  const { office_id } = item.content;
  const office = useAnswer(recordsOf('office')).items.find(({ id }) => id === office_id)?.title;
  const mayChange = may(role, 'union.change');
  const isArchived = item.state === 'archived';
  const close = () => setQuestion(null);
  const finish = async (text: string) => {
    close();
    await calendarChanged(null);
    onDone(text);
  };

  return (
    <li>
      <h3 className="h5">
        {item.title} {isArchived && <span className="state-chip state-over">{texts.archived}</span>}
      </h3>
      <Facts
        facts={[
          { label: texts.office, value: office ?? texts.noOffice },
          { label: texts.hours, value: <HoursLines calendarId={item.id} /> },
          { label: texts.services, value: <Services calendarId={item.id} /> },
          { label: texts.ahead, value: <Ahead calendarId={item.id} memberId={shown.id} /> },
        ]}
      />
      {isOutside(shown, office_id) && <p className="form-text">{texts.outside}</p>}
      <div className="calendar-acts">
        <a href={staffPaths.calendarHours(item.id)} aria-label={texts.of(texts.editHours, item.title)}>
          {texts.editHours}
        </a>
        <a href={staffPaths.record('calendar', item.id)} aria-label={texts.of(texts.edit, item.title)}>
          {texts.edit}
        </a>
        {mayChange && !isArchived && (
          <>
            <Button kind="outline-primary" ariaLabel={texts.of(life.archive, item.title)} onClick={() => setQuestion('archive')}>
              {life.archive}
            </Button>
            <Button kind="outline-danger" ariaLabel={texts.of(texts.take, item.title)} onClick={() => setQuestion('take')}>
              {texts.take}
            </Button>
          </>
        )}
      </div>
      {question === 'archive' && <PutAway item={item} step="archive" onClose={close} onDone={() => void finish(texts.archivedDone(item.title))} />}
      {question === 'take' && <TakeAway item={item} person={`${shown.given_name} ${shown.family_name}`} onClose={close} onDone={() => void finish(texts.taken(item.title))} />}
    </li>
  );
}

/** A calendar that no service asks for offers no times, whatever its hours. */
function Services({ calendarId }: { readonly calendarId: string }) {
  const texts = useMessages(memberCalendars);
  const services = useAnswerSoon(recordsOf('service'))?.items;
  if (!services) return null;
  const names = services.filter(({ state, content }) => state !== 'archived' && content.channels.some(({ needs }) => needs.some((need) => need.includes(calendarId)))).map(({ title }) => title);
  if (names.length > 0) return names.length > mostNames ? texts.moreServices(names.slice(0, mostNames).join(', '), names.length - mostNames) : names.join(', ');
  return (
    <>
      <strong>{texts.noServices}.</strong> {texts.noServicesHelp} <a href={staffPaths.records('service')}>{texts.toServices}</a>
    </>
  );
}

function Ahead({ calendarId, memberId }: { readonly calendarId: string; readonly memberId: string }) {
  const texts = useMessages(memberCalendars);
  const language = useLanguage();
  const booked = useAnswerSoon(bookedAhead(memberId))?.items.find(({ calendar_id }) => calendar_id === calendarId);
  if (!booked) return null;
  const { appointments_ahead, next_starts_at } = booked;
  return texts.aheadCount(appointments_ahead, next_starts_at ? formatMoment(next_starts_at, language) : '');
}

/** An operator sees only the calendars of offices that were entrusted to them. */
function isOutside({ role, scope }: Member, officeId: string | undefined): boolean {
  return role === 'operator' && !scope.all_offices && officeId !== undefined && !scope.office_ids.includes(officeId);
}
