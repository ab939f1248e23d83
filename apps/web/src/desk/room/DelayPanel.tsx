import { announceDelay, type DeskAppointment, showStaffRoom } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { showDelayNow } from '../../staff/live/keep-current.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { readAgain, staffCall } from '../../staff/staff-call.ts';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';

const offered = [5, 10, 15, 20, 30, 0];

/** Says to everybody who waits for this calendar how late it is, in one press. */
export function DelayPanel({ shown }: { readonly shown: Pick<DeskAppointment, 'calendar_ids' | 'calendar_names'> }) {
  const { delay: texts } = useMessages(deskRoom);
  const announcing = useMutation({
    mutationFn: ({ id, minutes }: { readonly id: string; readonly minutes: number }) => staffCall(announceDelay, { params: { calendar_id: id }, body: { minutes } }),
    onSuccess(delay) {
      showDelayNow(delay);
      return readAgain(showStaffRoom);
    },
  });
  const minutesSaid = announcing.variables?.minutes ?? 0;

  return (
    <RoomPanelFrame title={texts.title} lead={texts.lead}>
      {shown.calendar_ids.map((id, place) => {
        const name = shown.calendar_names[place] ?? '';
        return (
          <div key={id}>
            {shown.calendar_ids.length > 1 && <p>{name}</p>}
            <div className="delay-minutes">
              {offered.map((minutes) => (
                <button
                  key={minutes}
                  type="button"
                  className="row-button row-button-other"
                  aria-label={minutes === 0 ? texts.takeBack(name) : texts.announce(minutes, name)}
                  aria-disabled={announcing.isPending || undefined}
                  onClick={() => announcing.isPending || announcing.mutate({ id, minutes })}
                >
                  {minutes === 0 ? texts.none : texts.some(minutes)}
                </button>
              ))}
            </div>
          </div>
        );
      })}
      <p role="status" className="panel-said">
        {announcing.isSuccess ? (minutesSaid === 0 ? texts.saidBack : texts.said(minutesSaid)) : ''}
      </p>
      <Refusal error={announcing.error} />
    </RoomPanelFrame>
  );
}
