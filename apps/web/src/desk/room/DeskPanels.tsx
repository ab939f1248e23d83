import { may } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { DelayPanel } from './DelayPanel.tsx';
import { GuestsPanel } from './GuestsPanel.tsx';
import { isOver } from './is-over.ts';
import { PhonePanel } from './PhonePanel.tsx';
import { PresencePanel } from './PresencePanel.tsx';
import { waitingNow } from './queries.ts';
import type { DeskRoomProps } from './RoomPage.tsx';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';
import { WaitingElsewhere } from './WaitingElsewhere.tsx';

/** What the desk does beside the meeting: the phone, a delay, somebody who comes too, who else waits, who was there. */
export function DeskPanels({ shown, view }: Pick<DeskRoomProps, 'shown' | 'view'>) {
  const { waiting: texts } = useMessages(deskRoom);
  const mayWork = may(useMe().role, 'appointment.work');
  const elsewhere = (useAnswerSoon(waitingNow)?.items ?? []).filter(({ appointment_id }) => appointment_id !== view.appointment_id);
  const isAhead = !isOver(shown) && (view.refusal === null || view.refusal === 'early');
  return (
    <>
      {mayWork && isAhead && <PhonePanel view={view} shown={shown} />}
      {elsewhere.length > 0 && (
        <RoomPanelFrame title={texts.elsewhere}>
          <WaitingElsewhere waiting={elsewhere} />
        </RoomPanelFrame>
      )}
      {mayWork && isAhead && <DelayPanel shown={shown} />}
      {mayWork && isAhead && <GuestsPanel id={shown.id} guests={view.guests} />}
      <PresencePanel stays={view.stays} />
    </>
  );
}
