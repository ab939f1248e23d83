import type { Channel } from '@sportello/contract';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../draft-store.ts';
import { draftField } from '../fields.ts';

interface Props {
  readonly channel: Channel;
  readonly errors: Readonly<Record<string, string>>;
}

/** One of the two is enough, but for who is called or visited. Without an e-mail we say at once what that means. */
export function ContactFields({ channel, errors }: Props) {
  const { person: texts } = useMessages(bookPerson);
  const { typed } = useDraft();
  const needsPhone = channel === 'phone' || channel === 'home';
  const isWithoutEmail = !typed['person/email']?.trim() && Boolean(typed['person/phone']?.trim());
  return (
    <>
      <TextField
        {...draftField('person/email', errors)}
        type="email"
        label={texts.email}
        help={needsPhone ? texts.emailHelpPhone : texts.emailHelp}
        autoComplete="email"
        inputMode="email"
        maxLength={254}
      />
      <TextField {...draftField('person/phone', errors)} type="tel" label={texts.phone} help={texts.phoneHelp[channel]} required={needsPhone} autoComplete="tel" inputMode="tel" maxLength={40} />
      <div role="status">{isWithoutEmail && <p className="field-note">{texts.noEmail}</p>}</div>
    </>
  );
}
