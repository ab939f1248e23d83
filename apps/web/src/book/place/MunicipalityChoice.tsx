import { useAnswer } from '../../api.ts';
import { municipalities } from '../../directory.ts';
import { book } from '../../messages/book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { BookingChoice } from '../../paths.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { useBooking } from '../booking.ts';

interface Props {
  readonly error: string | undefined;
  readonly onChange: (part: BookingChoice) => void;
}

/** The comune that the matter concerns, which need not be where somebody lives. */
export function MunicipalityChoice({ error, onChange }: Props) {
  const { place: texts } = useMessages(book);
  const { chosen } = useBooking();
  const known = useAnswer(municipalities);
  return (
    <ChoiceField
      id="municipality"
      label={texts.municipality}
      help={texts.municipalityHelp}
      required
      error={error}
      empty={texts.chooseMunicipality}
      choices={known.map(({ istat_code, name }) => ({ value: istat_code, label: name }))}
      value={chosen.municipality?.istat_code}
      onChange={(municipality) => onChange({ municipality })}
    />
  );
}
