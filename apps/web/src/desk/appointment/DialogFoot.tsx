import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { Form } from '../../staff/form.ts';
import { showNow } from '../../staff/live/keep-current.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { presentItemOf } from '../attendance/present-state.ts';

interface Props<Values> {
  readonly form: Form<Values>;
  readonly keep: string;
  readonly send: string;
  readonly onClose: () => void;
}

/** What was refused, and the two ways out of a question that ends an appointment. */
export function DialogFoot<Values>({ form, keep, send, onClose }: Props<Values>) {
  const { changed } = useMessages(deskAppointmentPage);
  return (
    <>
      <div ref={form.summary} tabIndex={-1} data-quiet-focus>
        <Refusal error={form.refusal} text={problemOf(form.refusal) === 'changed-meanwhile' ? changed : undefined} />
      </div>
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={onClose}>
          {keep}
        </Button>
        <Button type="submit" kind="danger" wide busy={form.isBusy}>
          {send}
        </Button>
      </div>
    </>
  );
}

/** Where somebody else was faster, the page shows what it is now before the refusal is said. */
export function throwShown(error: unknown): never {
  const present = presentItemOf(error);
  if (present) showNow(present);
  throw error;
}
