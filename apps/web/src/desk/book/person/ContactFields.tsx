import type { Channel } from '@sportello/contract';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { DeskDraft, Somebody } from '../draft.ts';
import { draftField } from '../fields.ts';

interface Props {
  readonly draft: DeskDraft;
  readonly person: Somebody;
  readonly channel: Channel;
  readonly errors: Readonly<Record<string, string>>;
}

/** Of somebody new everything; of somebody known what is missing. Without an e-mail we say at once what that means. */
export function ContactFields({ draft, person, channel, errors }: Props) {
  const { person: texts } = useMessages(deskBook);
  const isNew = person.kind === 'new';
  const [lacksPhone, lacksEmail] = isNew ? [true, true] : [person.phone === null, person.email === null];
  const needsPhone = channel === 'phone' || channel === 'home';
  const isWithoutEmail = lacksEmail && !draft.typed['person/email']?.trim();
  return (
    <>
      <div className="field-pairs">
        {isNew && (
          <>
            <TextField {...draftField('person/given_name', draft, errors)} label={texts.givenName} required autoComplete="off" maxLength={100} />
            <TextField {...draftField('person/family_name', draft, errors)} label={texts.familyName} required autoComplete="off" maxLength={100} />
          </>
        )}
        {lacksPhone && <TextField {...draftField('person/phone', draft, errors)} type="tel" label={texts.phone} required={needsPhone} autoComplete="off" inputMode="tel" maxLength={40} />}
        {lacksEmail && <TextField {...draftField('person/email', draft, errors)} type="email" label={texts.email} autoComplete="off" inputMode="email" maxLength={254} />}
        {isNew && draft.typed['person/tax_code'] !== undefined && (
          <TextField {...draftField('person/tax_code', draft, errors)} label={texts.taxCode} autoComplete="off" maxLength={40} />
        )}
      </div>
      {isWithoutEmail && <p className="field-note">{texts.noEmail}</p>}
    </>
  );
}
