import { type FormEvent, useEffect, useRef, useState } from 'react';
import { common } from '../../messages/common.ts';
import { manage } from '../../messages/manage.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { fieldErrorsOf, sayTrouble, troubleOf } from '../../trouble.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { checkLinkWish, type LinkWish } from './check-link-wish.ts';

interface Props {
  /** Of the address that was opened, to begin with. */
  readonly code: string;
  readonly isSending: boolean;
  /** Why the API did not take it. */
  readonly refusal: unknown;
  readonly onSend: (wish: LinkWish) => void;
}

export function LinkForm({ code, isSending, refusal, onSend }: Props) {
  const { findLink: texts } = useMessages(manage);
  const { field, trouble } = useMessages(common);
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({});
  const summary = useRef<HTMLDivElement>(null);
  const errors = { ...fieldErrorsOf(refusal), ...mistakes };
  const refused = refusal && Object.keys(errors).length === 0 ? sayTrouble(troubleOf(refusal), trouble) : null;
  useEffect(() => summary.current?.focus(), [mistakes, refusal]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const checked = checkLinkWish({ code: String(typed.get('code') ?? ''), email: String(typed.get('email') ?? '') }, texts);
    setMistakes('errors' in checked ? checked.errors : {});
    if ('wish' in checked) onSend(checked.wish);
  }

  return (
    <form noValidate onSubmit={submit} aria-labelledby="lost-link">
      <h2 id="lost-link">{texts.title}</h2>
      <p>{texts.text}</p>
      <p className="form-text">{field.requiredNote}</p>
      <ErrorSummary errors={errors} ref={summary} />
      {refused && (
        <Alert kind="danger" role="alert">
          <h3>{refused.title}</h3>
          <p>{refused.text}</p>
        </Alert>
      )}
      <TextField id="code" label={texts.code} help={texts.codeHelp} error={errors.code} required autoComplete="off" maxLength={40} defaultValue={code} />
      <TextField id="email" type="email" label={texts.email} help={texts.emailHelp} error={errors.email} required autoComplete="email" maxLength={254} />
      <Button type="submit" busy={isSending} wide>
        {texts.send}
      </Button>
    </form>
  );
}
