import { type DeskAppointment, type DeskAppointmentItem, refuseDeskRequest } from '@sportello/contract';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { staffCall } from '../../staff/staff-call.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DialogFoot, throwShown } from './DialogFoot.tsx';

interface Props {
  readonly shown: DeskAppointment;
  readonly name: string;
  readonly onDone: (saved: DeskAppointmentItem) => void;
  readonly onClose: () => void;
}

/** A request is refused with a reason, if there is one to say. */
export function RefuseDialog({ shown: { id, revision }, name, onDone, onClose }: Props) {
  const { refuseForm: texts } = useMessages(deskAppointmentPage);
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }) => staffCall(refuseDeskRequest, { params: { appointment_id: id }, body: { revision, reason } }).catch(throwShown),
    onDone,
  });
  const { value, onChange, ...reason } = form.field('reason');
  return (
    <Dialog title={texts.title(name)} onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        <p>{texts.lead}</p>
        <TextArea {...reason} label={texts.reason} help={texts.reasonHelp} maxLength={500} rows={2} defaultValue={value} onChange={onChange} />
        <DialogFoot form={form} keep={texts.keep} send={texts.send} onClose={onClose} />
      </form>
    </Dialog>
  );
}
