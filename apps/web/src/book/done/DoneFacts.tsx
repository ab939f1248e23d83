import { formatDay, formatHours } from '../../format/dates.ts';
import { bookDone } from '../../messages/book-done.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Facts } from '../../ui/Facts.tsx';
import type { Booked } from './booked.ts';

/** The code in large type, then what, when and where. */
export function DoneFacts({ appointment: { code, service, office, channel, place, starts_at, ends_at }, home }: Pick<Booked, 'appointment' | 'home'>) {
  const { done: texts } = useMessages(bookDone);
  const language = useLanguage();
  const where = { video: texts.byVideo, phone: texts.byPhone, home: home ? texts.atHome(`${home.street}, ${home.postal_code} ${home.locality}`) : '', desk: place ? `${place.name}, ${place.address}` : '' };
  return (
    <div className="booking-card">
      <p className="done-code">
        {texts.code} <strong>{code}</strong>
      </p>
      <Facts
        facts={[
          { label: texts.when, value: <strong>{`${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}`}</strong> },
          { label: texts.what, value: service.name },
          { label: texts.where, value: where[channel] },
          { label: texts.office, value: office.name },
        ]}
      />
    </div>
  );
}
