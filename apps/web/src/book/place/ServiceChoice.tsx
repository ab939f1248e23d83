import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { book } from '../../messages/book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { BookingChoice } from '../../paths.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useBooking } from '../booking.ts';

interface Props {
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (part: BookingChoice) => void;
}

const nothing: BookingChoice = { service: undefined, channel: undefined, place: undefined, invitation: undefined };

/**
 * Office, then service. Known on arrival, they stand in a card and can be chosen again; what is chosen here stays a
 * field, because with the keyboard one passes choices on the way to another.
 */
export function ServiceChoice({ errors, onChange }: Props) {
  const { place: texts } = useMessages(book);
  const { chosen, offices, services } = useBooking();
  const { municipality, office, service, invitation } = chosen;
  const [isChoosing, setChoosing] = useState(!service);
  const group = useRef<HTMLDivElement>(null);

  function chooseAgain(): void {
    flushSync(() => setChoosing(true));
    group.current?.focus();
  }

  if (service && !isChoosing) {
    return (
      <div className="booking-card">
        <Facts
          facts={[
            { label: texts.office, value: office?.name },
            { label: texts.service, value: service.name },
          ]}
        />
        {!invitation && (
          <button type="button" className="plain-button" onClick={chooseAgain}>
            {texts.changeService}
          </button>
        )}
      </div>
    );
  }
  const serving = offices.filter(({ municipality_ids }) => !municipality || municipality_ids.includes(municipality.id));
  return (
    <div ref={group} tabIndex={-1} data-quiet-focus>
      <ChoiceField
        id="office"
        label={texts.office}
        required
        error={errors.office}
        empty={texts.chooseOffice}
        choices={serving.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={office?.slug}
        onChange={(slug) => onChange({ ...nothing, office: slug })}
      />
      {office && (
        <ChoiceField
          id="service"
          label={texts.service}
          required
          error={errors.service}
          empty={texts.chooseService}
          choices={services.filter(({ office_id }) => office_id === office.id).map(({ slug, name }) => ({ value: slug, label: name }))}
          value={service?.slug}
          onChange={(slug) => onChange({ ...nothing, service: slug })}
        />
      )}
    </div>
  );
}
