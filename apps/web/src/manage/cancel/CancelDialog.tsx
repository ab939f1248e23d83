import type { Appointment } from '@sportello/contract';
import type { FormEvent } from 'react';
import { formatDay, formatHours } from '../../format/dates.ts';
import { manage } from '../../messages/manage.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Refusal } from '../Refusal.tsx';
import { useCancel } from './cancel.ts';

interface Props {
  readonly shown: Appointment;
  readonly onClose: () => void;
}

const mostCharacters = 200;

/** Asks once more, and why, which nobody must say. */
export function CancelDialog({ shown, onClose }: Props) {
  const { cancelling: texts } = useMessages(manage);
  const language = useLanguage();
  const cancelling = useCancel(shown.code);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    cancelling.mutate(String(new FormData(event.currentTarget).get('reason') ?? ''));
  }

  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="mb-3">
          <strong>
            {formatDay(shown.starts_at, language)}, {formatHours(shown.starts_at, shown.ends_at, language)}
          </strong>
        </p>
        <p className="mb-4">{texts.text}</p>
        <TextArea id="reason" label={texts.reason} help={texts.reasonHelp} maxLength={mostCharacters} rows={2} />
        {cancelling.isError && <Refusal error={cancelling.error} office={shown.office} />}
        <div className="button-row">
          <Button wide onClick={onClose}>
            {texts.back}
          </Button>
          <Button type="submit" kind="danger" busy={cancelling.isPending} wide>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
