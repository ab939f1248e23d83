import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../api.ts';
import { municipalities } from '../directory.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';

type Shown = Pick<Appointment, 'channel' | 'place' | 'person' | 'municipality_id'>;

/** Where one meets: an address and how to get in, or how the meeting comes about without one. */
export function Where({ shown: { channel, place, person, municipality_id } }: { readonly shown: Shown }) {
  const { where } = useMessages(manage);
  const municipality = useAnswerSoon(municipalities)?.find(({ id }) => id === municipality_id);
  switch (channel) {
    case 'video':
      return <p>{where.video}</p>;
    case 'phone':
      return <p>{person.phone ? where.phone(person.phone) : where.phoneUnknown}</p>;
    case 'home':
      return <p>{municipality ? where.homeIn(municipality.name) : where.home}</p>;
    case 'desk':
      if (!place) return null;
      return (
        <>
          <p>
            {place.name}
            <br />
            {place.address}
          </p>
          <PlainText text={place.access_notes} headingLevel={4} />
        </>
      );
    default:
      return channel satisfies never;
  }
}
