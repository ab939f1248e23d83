import { book } from '../../messages/book.ts';
import { common } from '../../messages/common.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useBookable } from '../booking.ts';
import { pathOfStep } from '../steps.ts';

/** Whom one meets, how and where: what the times below are for. */
export function OfficeCard() {
  const { place: labels } = useMessages(book);
  const { at } = useMessages(bookTime);
  const { channels, minutes } = useMessages(common);
  const { chosen, choice, bookable } = useBookable();
  const { service, way, place, municipality } = bookable;
  return (
    <div className="booking-card">
      <Facts
        facts={[
          { label: labels.service, value: `${service.name} (${municipality.name})` },
          { label: labels.office, value: chosen.office?.name },
          { label: labels.channel, value: `${channels[way.channel]}, ${minutes(way.duration_minutes)}` },
          ...(place ? [{ label: at, value: `${place.name}, ${place.address}` }] : []),
        ]}
      />
      <a className="link-row" href={pathOfStep('place', choice)}>{labels.change}</a>
    </div>
  );
}
