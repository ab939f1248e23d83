import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../messages/LanguageContext.tsx';
import { staff } from '../messages/staff.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Refusal } from './Refusal.tsx';

interface Props {
  readonly title: string;
  /** What the button does, as a verb. */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly send: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** What a refusal means here, where the API says it too generally. */
  readonly sayRefusal?: (error: Error) => string | undefined;
  readonly children: ReactNode;
}

/** Asks before what cannot be undone; a refusal is said here, so that nothing is lost by it. */
export function Confirm({ title, action, isDangerous = true, send, onDone, onClose, sayRefusal, children }: Props) {
  const { cancel } = useMessages(staff);
  const sending = useMutation({ mutationFn: send, onSuccess: onDone });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="mb-3">{children}</div>
      <Refusal error={sending.error} text={sending.error ? sayRefusal?.(sending.error) : undefined} />
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={onClose}>
          {cancel}
        </Button>
        <Button kind={isDangerous ? 'danger' : 'primary'} wide busy={sending.isPending} onClick={() => sending.mutate()}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
