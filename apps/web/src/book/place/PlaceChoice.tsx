import { useAnswer } from '../../api.ts';
import { places } from '../../directory.ts';
import { book } from '../../messages/book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { BookingChoice } from '../../paths.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { useBooking } from '../booking.ts';

interface Props {
  readonly error: string | undefined;
  readonly onChange: (part: BookingChoice) => void;
}

/** For the desk: where, with address and hours. */
export function PlaceChoice({ error, onChange }: Props) {
  const { way } = useBooking().chosen;
  return way?.channel === 'desk' ? <Places error={error} onChange={onChange} /> : null;
}

function Places({ error, onChange }: Props) {
  const { place: texts } = useMessages(book);
  const { way, place } = useBooking().chosen;
  const known = useAnswer(places);
  return (
    <RadioCards
      id="place"
      label={texts.place}
      required
      error={error}
      choices={(way?.places ?? []).map(({ id, name, address }) => ({ value: id, title: name, text: address, fact: known.find((one) => one.id === id)?.hours }))}
      value={place?.id}
      onChange={(id) => onChange({ place: id })}
    />
  );
}
