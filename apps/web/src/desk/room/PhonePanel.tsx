import { callByPhone, type DeskAppointment, goOnByPhone, may, showStaffRoom, type StaffRoomView } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { formatTime } from '../../format/dates.ts';
import { formatPhone } from '../../format/phone.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { showNow } from '../../staff/live/keep-current.ts';
import { useMe } from '../../staff/me.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { readAgain, staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';

interface Props {
  readonly view: Pick<StaffRoomView, 'appointment_id' | 'call_requested_at' | 'by_phone_since' | 'phone'>;
  readonly shown: Pick<DeskAppointment, 'has_phone'>;
}

/** Goes on by phone and back; the number comes up when it is asked for, and that is recorded. */
export function PhonePanel({ view, shown }: Props) {
  const { phone: texts } = useMessages(deskRoom);
  const { role } = useMe();
  const params = { appointment_id: view.appointment_id };
  const changing = useMutation({
    mutationFn: (byPhone: boolean) => staffCall(goOnByPhone, { params, body: { by_phone: byPhone } }),
    onSuccess: () => readAgain(showStaffRoom),
  });
  const calling = useMutation({
    mutationFn: () => staffCall(callByPhone, { params, body: {} }),
    onSuccess({ phone, appointment }) {
      showNow(appointment);
      void readAgain(showStaffRoom);
      location.assign(`tel:${phone}`);
    },
  });
  const { by_phone_since: since, call_requested_at: asked } = view;
  const hasNumber = shown.has_phone || view.phone !== null;

  return (
    <RoomPanelFrame title={texts.title}>
      {asked && <p className="person-call">{texts.asked(formatTime(asked))}</p>}
      {since && <p>{texts.since(formatTime(since))}</p>}
      <div className="button-row">
        {hasNumber && may(role, 'person.reveal') && (
          <Button kind={asked ? 'primary' : 'outline-primary'} busy={calling.isPending} onClick={() => calling.mutate()}>
            {texts.show}
          </Button>
        )}
        <Button kind="outline-primary" busy={changing.isPending} onClick={() => changing.mutate(since === null)}>
          {since === null ? texts.goOn : texts.back}
        </Button>
      </div>
      {!hasNumber && <p className="panel-lead">{texts.none}</p>}
      <div role="status">
        {calling.data && (
          <p>
            {texts.number} <a href={`tel:${calling.data.phone}`}>{formatPhone(calling.data.phone)}</a> <span className="panel-lead">{texts.recorded}</span>
          </p>
        )}
        {changing.isSuccess && <p className="panel-said">{changing.variables ? texts.told : texts.toldBack}</p>}
      </div>
      <Refusal error={changing.error ?? calling.error} />
    </RoomPanelFrame>
  );
}
