import type { Appointment } from '@sportello/contract';
import { type FormEvent, useEffect, useRef } from 'react';
import { formatDay, formatHours } from '../../format/dates.ts';
import { manage } from '../../messages/manage.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Refusal } from '../Refusal.tsx';
import { useCancel } from './cancel.ts';

interface Props {
  readonly shown: Appointment;
  readonly onClose: () => void;
}

const mostCharacters = 200;

/** Asks once more, and why, which nobody must say. The browser keeps the focus inside and gives it back; Escape leaves. */
export function CancelDialog({ shown, onClose }: Props) {
  const { cancelling: texts } = useMessages(manage);
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const cancelling = useCancel(shown.code);
  useEffect(() => dialog.current?.showModal(), []);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    cancelling.mutate(String(new FormData(event.currentTarget).get('reason') ?? ''));
  }

  return (
    <dialog className="question" ref={dialog} aria-labelledby="cancel-title" aria-describedby="cancel-text" onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id="cancel-title">{texts.title}</h2>
        <div id="cancel-text">
          <p>
            <strong>
              {formatDay(shown.starts_at, language)}, {formatHours(shown.starts_at, shown.ends_at, language)}
            </strong>
          </p>
          <p>{texts.text}</p>
        </div>
        <TextArea id="reason" label={texts.reason} help={texts.reasonHelp} maxLength={mostCharacters} rows={2} />
        {cancelling.isError && <Refusal error={cancelling.error} office={shown.office} />}
        <div className="button-row">
          <Button wide onClick={() => dialog.current?.close()}>
            {texts.back}
          </Button>
          <Button type="submit" kind="danger" busy={cancelling.isPending} wide>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
