import { useSearchParams } from 'react-router';
import { useAnswer } from '../../../api.ts';
import { places } from '../../../directory.ts';
import { dayOf, formatDay, formatHours } from '../../../format/dates.ts';
import { common } from '../../../messages/common.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { StaffHead } from '../../../staff/StaffHead.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { deskAppointment } from '../../queries.ts';

/** What was booked or moved: the code to dictate, what was sent, and what comes next. */
export function DonePage({ id }: { readonly id: string }) {
  const { done: texts } = useMessages(deskBook);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const [query] = useSearchParams();
  const moved = query.get('spostato');
  const { code, person, beneficiary_name, service_name, channel, place_id, starts_at, ends_at, calendar_names, has_email } = useAnswer(deskAppointment(id));
  const place = useAnswer(places).find((one) => one.id === place_id);
  const needsSlip = !has_email && !moved;
  const isUnsent = !has_email || moved === 'non-avvisato';

  return (
    <div className="container page-body desk-done">
      <StaffHead title={moved ? texts.moved : texts.booked} />
      <p className={`done-sent ${isUnsent ? 'is-unsent' : ''}`}>
        <Icon name={isUnsent ? 'error' : 'check'} />
        {sent()}
      </p>
      <Facts
        facts={[
          { label: texts.code, value: <span className="done-code">{code}</span> },
          { label: texts.when, value: starts_at && ends_at && <strong>{`${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}`}</strong> },
          { label: texts.who, value: [person?.name, beneficiary_name].filter(Boolean).join(' → ') },
          { label: texts.service, value: service_name },
          { label: texts.channel, value: channels[channel] },
          ...(place ? [{ label: texts.where, value: `${place.name}, ${place.address}` }] : []),
          { label: texts.with, value: calendar_names.join(', ') },
        ]}
      />
      <div className="button-row">
        <ButtonLink kind={needsSlip ? 'primary' : 'outline-primary'} href={staffPaths.slip(id)}>
          {texts.print}
        </ButtonLink>
        {person && (
          <ButtonLink kind="outline-primary" href={staffPaths.book({ person: person.id })}>
            {texts.again}
          </ButtonLink>
        )}
        <ButtonLink kind="outline-primary" href={staffPaths.repeatAppointment(id)}>
          {texts.repeat}
        </ButtonLink>
      </div>
      <ul className="plain-list done-links">
        <li>
          <a href={staffPaths.book()}>{texts.fresh}</a>
        </li>
        <li>
          <a href={staffPaths.appointment(id)}>{texts.open}</a>
        </li>
        <li>
          <a href={staffPaths.desk({ day: starts_at ? dayOf(starts_at) : undefined })}>{texts.board}</a>
        </li>
      </ul>
    </div>
  );

  function sent(): string {
    if (moved === 'non-avvisato') return texts.untold;
    if (moved) return has_email ? texts.told : texts.toCall;
    return has_email ? texts.mailed : texts.notMailed;
  }
}
