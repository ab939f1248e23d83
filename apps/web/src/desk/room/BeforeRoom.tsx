import { may } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { formatTime } from '../../format/dates.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { BellSwitch } from './BellSwitch.tsx';
import { useArrivals, useBellSwitch } from './bell.ts';
import { DeskPanels } from './DeskPanels.tsx';
import { waitingNow } from './queries.ts';
import { RoomFrame } from './RoomFrame.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';
import { WaitingList } from './WaitingList.tsx';

interface Props extends DeskRoomProps {
  readonly mayEnter: boolean;
  readonly onEnter: () => void;
}

/** Before the official goes in: who waits here, and the one button. */
export function BeforeRoom({ mayEnter, onEnter, ...desk }: Props) {
  const { view, shown, onEnd } = desk;
  const { enter: texts, waiting: words, refusal, end } = useMessages(deskRoom);
  const { vendor } = useMessages(roomBefore);
  const { role } = useMe();
  const waiting = useAnswerSoon(waitingNow)?.items;
  const here = (waiting ?? []).filter(({ appointment_id }) => appointment_id === view.appointment_id);
  const bell = useBellSwitch();
  const latest = useArrivals(waiting, bell.isOn);
  const mayWork = may(role, 'appointment.work');
  return (
    <RoomFrame {...desk} aside={<DeskPanels shown={shown} view={view} />}>
      <Live text={latest ? words.came(latest.name) : ''} />
      <RoomPanelFrame title={words.title}>
        <WaitingList people={here.map(({ person_id, waiting_since, ...person }) => ({ ...person, id: person_id, since: waiting_since }))} />
        {mayEnter ? (
          <>
            <p className="panel-lead">{here.length === 0 ? texts.nobody : texts.lead}</p>
            {view.refusal === 'early' && view.opens_at && <p>{texts.early(formatTime(view.opens_at))}</p>}
            {view.provider !== 'own' && <p>{texts.by(vendor.names[view.provider])}</p>}
            <div className="button-row">
              <Button wide onClick={onEnter}>
                {texts.open}
              </Button>
              {shown.state === 'in_progress' && (
                <Button kind="outline-danger" wide onClick={onEnd}>
                  {end.open}
                </Button>
              )}
            </div>
          </>
        ) : (
          <p>{view.refusal === null || view.refusal === 'early' ? texts.readOnly : refusal[view.refusal]}</p>
        )}
        {mayWork && <BellSwitch isOn={bell.isOn} onTurn={bell.turn} />}
      </RoomPanelFrame>
    </RoomFrame>
  );
}
