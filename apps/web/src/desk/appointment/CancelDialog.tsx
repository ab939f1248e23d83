import { cancelDeskAppointment, type DeskAppointment, type DeskAppointmentItem } from '@sportello/contract';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { staffCall } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DialogFoot, throwShown } from './DialogFoot.tsx';

interface Props {
  readonly shown: DeskAppointment;
  readonly name: string;
  readonly onDone: (saved: DeskAppointmentItem) => void;
  readonly onClose: () => void;
}

/** Why, and whether the person is told: asked here, once. Whoever cannot be written to is told so. */
export function CancelDialog({ shown, name, onDone, onClose }: Props) {
  const { cancelForm: texts } = useMessages(deskAppointmentPage);
  const { id, revision, has_email, has_phone } = shown;
  const canTell = has_email || has_phone;
  const form = useForm({
    initial: { reason: '', tell: canTell ? '' : 'no' },
    check: ({ tell }) => ({ tell: tell === '' ? texts.tellMissing : undefined }),
    send: ({ reason, tell }) => staffCall(cancelDeskAppointment, { params: { appointment_id: id }, body: { revision, reason, tell: tell === 'yes' } }).catch(throwShown),
    onDone,
  });
  const { value, onChange, ...reason } = form.field('reason');

  return (
    <Dialog title={texts.title(name)} onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        <p>{texts.lead}</p>
        <TextArea {...reason} label={texts.reason} help={texts.reasonHelp} maxLength={500} rows={2} defaultValue={value} onChange={onChange} />
        {canTell ? (
          <RadioGroup
            {...form.field('tell')}
            label={texts.tell}
            required
            choices={[
              { value: 'yes', label: texts.tellYes },
              { value: 'no', label: texts.tellNo },
            ]}
          />
        ) : (
          <Alert kind="warning">{texts.noContacts}</Alert>
        )}
        <DialogFoot form={form} keep={texts.keep} send={texts.send} onClose={onClose} />
      </form>
    </Dialog>
  );
}
