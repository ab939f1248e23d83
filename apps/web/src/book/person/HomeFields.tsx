import type { Municipality } from '@sportello/contract';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { draftField } from '../fields.ts';

interface Props {
  readonly municipality: Municipality;
  readonly errors: Readonly<Record<string, string>>;
}

/** Where the operator comes. The visit is in the chosen comune, which has one postal code: it is not asked for. */
export function HomeFields({ municipality, errors }: Props) {
  const { person: texts } = useMessages(bookPerson);
  return (
    <fieldset>
      <legend className="h3">{texts.home}</legend>
      <TextField {...draftField('home_address/street', errors)} label={texts.street} required autoComplete="address-line1" maxLength={200} />
      <TextField {...draftField('home_address/locality', errors)} label={texts.locality} required autoComplete="address-level2" maxLength={100} />
      <p>{texts.postalCodeText(municipality.postal_code, municipality.name)}</p>
      <TextArea {...draftField('home_address/notes', errors)} label={texts.notes} help={texts.notesHelp} maxLength={200} rows={3} />
    </fieldset>
  );
}
