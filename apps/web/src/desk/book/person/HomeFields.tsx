import type { Municipality } from '@sportello/contract';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { DeskDraft } from '../draft.ts';
import { draftField } from '../fields.ts';

interface Props {
  readonly draft: DeskDraft;
  readonly municipality: Municipality;
  readonly errors: Readonly<Record<string, string>>;
}

/** Where the operator goes. The comune is chosen above and has one postal code. */
export function HomeFields({ draft, municipality, errors }: Props) {
  const { home: texts } = useMessages(deskBook);
  return (
    <fieldset className="home-fields">
      <legend>{texts.where(municipality.postal_code, municipality.name)}</legend>
      <div className="field-pairs">
        <TextField {...draftField('home_address/street', draft, errors)} label={texts.street} required autoComplete="off" maxLength={200} />
        <TextField {...draftField('home_address/locality', draft, errors)} label={texts.locality} required autoComplete="off" maxLength={100} />
      </div>
      <TextField {...draftField('home_address/notes', draft, errors)} label={texts.notes} autoComplete="off" maxLength={200} />
    </fieldset>
  );
}
