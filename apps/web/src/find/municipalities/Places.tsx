import type { PlaceItem } from '@sportello/contract';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Where people are received in a comune: address, hours, and how to get in. */
export function Places({ places }: { readonly places: readonly PlaceItem[] }) {
  const { municipalities: texts } = useMessages(find);
  if (places.length === 0) return <p>{texts.noPlace}</p>;
  return (
    <ul className="card-grid">
      {places.map(({ id, name, address, hours, access_notes }) => (
        <li key={id}>
          <div className="it-card">
            <h3 className="it-card-title">{name}</h3>
            <p className="it-card-text fact">
              <Icon name="place" size="sm" color="primary" />
              <span>{address}</span>
            </p>
            {hours && <PlaceFact label={texts.hours} text={hours} />}
            {access_notes && <PlaceFact label={texts.access} text={access_notes} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function PlaceFact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <p className="it-card-text">
      <strong>{label}.</strong> {text}
    </p>
  );
}
