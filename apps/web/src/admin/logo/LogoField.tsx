import { type ContentOf, createLogo, mostLogoBytes } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { logoTexts } from '../../messages/logo.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { detailOf, staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldErrorsOf } from '../../trouble.ts';
import { FieldError } from '../../ui/FieldFrame.tsx';
import type { Edit } from '../records/use-record-edit.ts';
import { inBase64 } from './in-base64.ts';
import { LogoPreview } from './LogoPreview.tsx';

/** The logo of the union: a picture is judged as soon as it is chosen, and shown to citizens once the form is saved. */
export function LogoField({ edit, kept }: { readonly edit: Edit<ContentOf<'union'>>; readonly kept: string | undefined }) {
  const texts = useMessages(logoTexts);
  const { logo_id: chosen, name } = edit.content;
  const id = edit.idOf('/logo_id');
  const input = useRef<HTMLInputElement>(null);
  const [tooHeavy, setTooHeavy] = useState(false);
  const sending = useMutation({
    mutationFn: async (file: File) => staffCall(createLogo, { body: { content: await inBase64(file) } }),
    onSuccess: (logo) => put(logo.id),
  });

  function put(next: string | undefined): void {
    setTooHeavy(false);
    sending.reset();
    edit.put('/logo_id', next);
  }

  function choose(file: File | undefined): void {
    if (!file || sending.isPending) return;
    sending.reset();
    setTooHeavy(file.size > mostLogoBytes);
    if (file.size <= mostLogoBytes) sending.mutate(file);
  }

  const error = (tooHeavy ? texts.tooHeavy : null) ?? (sending.error && whyOf(sending.error)) ?? edit.errorOf('/logo_id');
  return (
    <div className="logo-field">
      <p className="form-text" id={`${id}-help`}>
        {texts.help}
      </p>
      {chosen ? <LogoPreview id={chosen} name={name} /> : <p className="form-text">{texts.none}</p>}
      <div className="button-row">
        <input
          ref={input}
          className="logo-input"
          type="file"
          id={id}
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={[`${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')}
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => {
            choose(target.files?.[0]);
            target.value = ''; // so that the same file can be chosen once more, mended
          }}
        />
        <label className="btn btn-outline-primary" htmlFor={id}>
          {chosen ? texts.another : texts.choose}
        </label>
        {chosen && (
          <Button
            kind="outline-danger"
            onClick={() => {
              put(undefined);
              input.current?.focus(); // the button goes away
            }}
          >
            {texts.remove}
          </Button>
        )}
        {kept && chosen !== kept && (
          <Button
            kind="outline-primary"
            onClick={() => {
              put(kept);
              input.current?.focus();
            }}
          >
            {texts.keep}
          </Button>
        )}
      </div>
      <div role="status" className="logo-state">
        {sending.isPending && <p>{texts.sending}</p>}
        {!sending.isPending && chosen !== kept && <p>{chosen ? texts.notYet : texts.notYetGone}</p>}
      </div>
      <div role="alert">
        <FieldError id={id} error={error} />
        {error && chosen && <p className="form-text">{texts.stays}</p>}
      </div>
    </div>
  );
}

/** What the API says of the file itself; else of the request. */
function whyOf(error: Error): string {
  return Object.values(fieldErrorsOf(error))[0] ?? detailOf(error);
}
