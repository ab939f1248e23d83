import { type DeskAppointment, type DeskAppointmentItem, showDeskAppointment, writeOutcome } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useForm } from '../../staff/form.ts';
import { showNow } from '../../staff/live/keep-current.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, readAgain, staffCall } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { deskAppointment } from '../queries.ts';
import { OutcomeFields } from './OutcomeFields.tsx';
import { presentItemOf } from './present-state.ts';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly onSaved: (item: DeskAppointmentItem) => void;
  readonly onClose: () => void;
}

/** How it went and what comes next; both may stay empty, and the citizen reads them. */
export function OutcomeDialog({ id, name, onSaved, onClose }: Props) {
  const { outcomeForm: texts } = useMessages(deskToday);
  const { waiting } = useMessages(common);
  const { cancel } = useMessages(staff);
  const shown = useAnswerSoon(deskAppointment(id));
  return (
    <Dialog title={texts.title(name)} onClose={onClose}>
      {shown ? (
        <OutcomeForm shown={shown} onSaved={onSaved} onClose={onClose} />
      ) : (
        <>
          {shown === null ? <Alert kind="danger">{texts.unreadable}</Alert> : <p role="status">{waiting}</p>}
          <Button kind="outline-primary" onClick={onClose}>
            {cancel}
          </Button>
        </>
      )}
    </Dialog>
  );
}

/** What somebody else changes meanwhile is no reason to lose what is typed: the next try is made upon the newer one. */
function OutcomeForm({ shown, onSaved, onClose }: { readonly shown: DeskAppointment } & Pick<Props, 'onSaved' | 'onClose'>) {
  const { outcomeForm: texts } = useMessages(deskToday);
  const { cancel } = useMessages(staff);
  const { id, revision } = shown;
  const form = useForm({
    initial: { outcome: shown.outcome ?? '', next_step: shown.next_step ?? '' },
    send: (values) => staffCall(writeOutcome, { params: { appointment_id: id }, body: { ...values, revision } }).catch(showPresent),
    onDone(saved) {
      showNow(saved);
      void readAgain(showDeskAppointment);
      onSaved(saved);
    },
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <p>{texts.lead}</p>
      <OutcomeFields outcome={form.field('outcome')} nextStep={form.field('next_step')} />
      <div ref={form.summary} tabIndex={-1} data-quiet-focus>
        <Refusal error={form.refusal} text={problemOf(form.refusal) === 'changed-meanwhile' ? texts.changed : undefined} />
      </div>
      <div className="button-row">
        <Button kind="outline-primary" onClick={onClose}>
          {cancel}
        </Button>
        <Button type="submit" busy={form.isBusy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

function showPresent(error: unknown): never {
  const present = presentItemOf(error);
  if (present) showNow(present);
  throw error;
}
