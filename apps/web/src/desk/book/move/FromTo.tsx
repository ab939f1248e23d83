import type { DeskAppointment } from '@sportello/contract';
import { formatDay, formatHour, formatHours } from '../../../format/dates.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Chip } from '../../../ui/Chip.tsx';

interface Props {
  readonly appointment: DeskAppointment;
  readonly startsAt: string | null;
}

/** Whose it is and when, and when it will be. */
export function FromTo({ appointment: { person, service_name, starts_at, ends_at, calendar_names, outside_hours }, startsAt }: Props) {
  const { move: texts } = useMessages(deskBook);
  const language = useLanguage();
  return (
    <dl className="from-to">
      <div>
        <dt>{texts.from}</dt>
        <dd>
          <strong>{person?.name}</strong>
          <br />
          {service_name}
          <br />
          {starts_at && ends_at && `${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}`} {outside_hours && <Chip label={texts.outside} />}
          <br />
          {calendar_names.join(', ')}
        </dd>
      </div>
      {startsAt && (
        <div className="is-new">
          <dt>{texts.to}</dt>
          <dd>
            <strong>
              {formatDay(startsAt, language)}, {formatHour(startsAt, language)}
            </strong>
          </dd>
        </div>
      )}
    </dl>
  );
}
