import { approveDeskRequest, type DeskAppointment, type DeskAppointmentItem, showDeskAppointment } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { showNow } from '../../staff/live/keep-current.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, readAgain, staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { presentItemOf } from '../attendance/present-state.ts';
import { RowNote } from '../attendance/RowNote.tsx';
import { StepButtons } from '../attendance/StepButtons.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';

interface Props {
  readonly shown: DeskAppointment;
  readonly name: string;
  readonly day: string;
}

/** What the state allows, the likeliest first. */
export function AppointmentActions({ shown, name, day }: Props) {
  const texts = useMessages(deskAppointmentPage);
  const [open, setOpen] = useState<'cancel' | 'refuse' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { id, state, revision } = shown;
  const approving = useMutation({
    mutationFn: () => staffCall(approveDeskRequest, { params: { appointment_id: id }, body: { revision } }),
    onSuccess: (saved) => settle(saved, texts.approved),
    onError: (error) => {
      const present = presentItemOf(error);
      if (present) showNow(present);
    },
  });
  const isPending = state === 'pending';
  const mayMove = isPending || state === 'confirmed' || state === 'missed';
  const mayCancel = isPending || state === 'confirmed' || state === 'arrived';
  const hasSlip = state === 'confirmed' && shown.starts_at !== null;

  function settle(saved: DeskAppointmentItem, what: string): void {
    showNow(saved);
    void readAgain(showDeskAppointment);
    setOpen(null);
    setSaid(what);
  }

  return (
    <section className="desk-actions" aria-label={texts.actions} data-row={id}>
      {isPending && (
        <div className="button-row">
          <Button busy={approving.isPending} onClick={() => approving.mutate()}>
            {texts.approve}
          </Button>
          <Button kind="outline-primary" onClick={() => setOpen('refuse')}>
            {texts.refuse}
          </Button>
          <a className="row-button row-button-other" href={staffPaths.requests()}>
            {texts.propose}
          </a>
        </div>
      )}
      <StepButtons item={shown} name={name} day={day} isRoomy />
      <ul className="plain-list desk-ways">
        {mayMove && <Way href={staffPaths.moveAppointment(id)} label={texts.move} />}
        <Way href={staffPaths.repeatAppointment(id)} label={texts.repeat} />
        {hasSlip && <Way href={staffPaths.slip(id)} label={texts.slip} />}
        {mayCancel && (
          <li>
            <button type="button" className="row-button row-button-danger" onClick={() => setOpen('cancel')}>
              {texts.cancel}
            </button>
          </li>
        )}
      </ul>
      <RowNote item={shown} name={name} />
      <Refusal error={approving.error} text={problemOf(approving.error) === 'changed-meanwhile' ? texts.changed : undefined} />
      <Done text={said} />
      {open === 'cancel' && <CancelDialog shown={shown} name={name} onClose={() => setOpen(null)} onDone={(saved) => settle(saved, texts.cancelled)} />}
      {open === 'refuse' && <RefuseDialog shown={shown} name={name} onClose={() => setOpen(null)} onDone={(saved) => settle(saved, texts.refused)} />}
    </section>
  );
}

function Way({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <li>
      <a className="row-button row-button-other" href={href}>
        {label}
      </a>
    </li>
  );
}
