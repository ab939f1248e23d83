import { book } from '../../messages/book.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useBooking } from '../booking.ts';

/** What the link that was followed has chosen; it can be changed on the next step. */
export function ChosenAlready() {
  const { start: texts, place } = useMessages(book);
  const { channels } = useMessages(common);
  const { municipality, service, way } = useBooking().chosen;
  const facts = [
    ...(service ? [{ label: place.service, value: service.name }] : []),
    ...(municipality ? [{ label: place.municipality, value: municipality.name }] : []),
    ...(way ? [{ label: place.channel, value: channels[way.channel] }] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <section className="booking-card" aria-labelledby="chosen">
      <h2 className="h3" id="chosen">
        {texts.chosen}
      </h2>
      <Facts facts={facts} />
    </section>
  );
}
