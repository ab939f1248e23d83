import type { CalendarChange } from '@sportello/contract';
import type { FormEvent } from 'react';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChangeReview } from './ChangeReview.tsx';
import { saySaved } from './say-saved.ts';
import { rememberSaved } from './undo.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly id: string;
  /** Null while it is not whole yet. */
  readonly change: CalendarChange | null;
  readonly text?: string;
  readonly save: string;
  readonly cancel: string;
  readonly onClose: () => void;
  /** Somebody wants to save what is not whole. */
  readonly onIncomplete?: (event: FormEvent) => void;
}

/** A change that is saved by itself: what it does, and then its button. */
export function ConfirmChange({ id, change: wanted, text, save, cancel, onClose, onIncomplete }: Props) {
  const { undo } = useMessages(deskHours);
  const change = useChange({
    change: wanted,
    onSaved: (saved) => {
      rememberSaved({ saved, text: saySaved(saved, undo) });
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wanted === null) onIncomplete?.(event);
    else if (change.maySave && !change.saving.isPending) change.saving.mutate();
  }

  return (
    <form noValidate onSubmit={submit}>
      {text && <p>{text}</p>}
      <ChangeReview id={id} change={change}>
        <div className="button-row">
          <Button type="submit" busy={change.saving.isPending || (wanted !== null && !change.maySave)}>
            {save}
          </Button>
          <Button kind="outline-primary" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </ChangeReview>
    </form>
  );
}
