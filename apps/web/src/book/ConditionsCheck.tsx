import { book } from '../messages/book.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useBooking } from './booking.ts';
import { conditionsKey } from './draft.ts';
import { changeDraft } from './draft-store.ts';
import { areConditionsAccepted } from './steps.ts';

/** What must be accepted before this service is booked in this way; nothing where there is no such condition. */
export function ConditionsCheck({ error }: { readonly error: string | undefined }) {
  const { place: texts } = useMessages(book);
  const { draft, chosen } = useBooking();
  const { service, way } = chosen;
  if (!service || !way?.texts.before) return null;
  const isAccepted = areConditionsAccepted(chosen, draft);
  return (
    <fieldset>
      <legend>{texts.conditions}</legend>
      <Checkbox
        id="conditions"
        label={way.texts.before}
        required
        checked={isAccepted}
        error={error}
        onChange={(accepted) => changeDraft({ conditions: accepted ? conditionsKey(service, way) : null })}
      />
    </fieldset>
  );
}
