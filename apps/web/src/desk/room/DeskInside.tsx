import { createStaffRoomToken } from '@sportello/contract';
import { useState } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { papersAtDesk } from '../../papers/desk-papers.ts';
import { useFocusOnChange } from '../../room/before/focus-on-change.ts';
import { overPageOf } from '../../room/before/page-of.ts';
import { Call } from '../../room/call/Call.tsx';
import { type Devices, type RoomState, seenOf } from '../../room/connection/room-state.ts';
import { useRoom } from '../../room/connection/use-room.ts';
import { deviceChoices } from '../../room/device-choices.ts';
import { useMe } from '../../staff/me.ts';
import { staffCall } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { DeskPanels } from './DeskPanels.tsx';
import { DeskTools } from './DeskTools.tsx';
import { DeskVendor } from './DeskVendor.tsx';
import { isOver } from './is-over.ts';
import { RoomFrame } from './RoomFrame.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';

interface Props extends DeskRoomProps {
  readonly onLeft: () => void;
}

/** The official in the room: the call where everybody meets here, else the gate of the vendor's meeting. */
export function DeskInside({ onLeft, ...desk }: Props) {
  const { shown, view } = desk;
  const { enter: texts, end } = useMessages(deskRoom);
  const [devices] = useState<Devices>(wishedDevices);
  const { room, state } = useRoom({ fetchToken: () => fetchToken(shown.id), devices, leavesWithPage: true });
  const { role } = useMe();
  const [papers] = useState(() => papersAtDesk(shown.id, role));
  const seen = seenOf(state);
  useFocusOnChange(state.state === 'over' ? overPageOf(state.why) : seen?.you.is_in ? 'in' : 'connecting');

  if (state.state === 'over') {
    return (
      <RoomFrame {...desk} aside={<DeskPanels shown={shown} view={view} />}>
        <Over over={state} onAgain={() => room.start()} />
      </RoomFrame>
    );
  }
  if (seen === null || !seen.you.is_in) {
    return (
      <RoomFrame {...desk}>
        <p role="status">{texts.connecting}</p>
      </RoomFrame>
    );
  }
  if (seen.provider !== 'own' && !seen.is_fallback) return <DeskVendor {...desk} room={room} seen={seen} papers={papers} onLeave={leave} />;
  return (
    <>
      <title>{`${desk.name}, ${shown.service_name}`}</title>
      <Call room={room} seen={seen} isReconnecting={state.state === 'reconnecting'} subject={`${desk.name}, ${shown.service_name}`} papers={{ port: papers, reader: 'staff' }} tools={<DeskTools {...desk} />} notice={isOver(shown) ? end.isOver : null} onLeave={leave} />
    </>
  );

  function leave(): void {
    room.leave();
    onLeft();
  }
}

async function fetchToken(id: string): Promise<string> {
  const { token } = await staffCall(createStaffRoomToken, { params: { appointment_id: id }, body: {} });
  return token;
}

function wishedDevices(): Devices {
  const { camera, microphone } = deviceChoices();
  return { has_camera: camera, has_microphone: microphone };
}

function Over({ over, onAgain }: { readonly over: Extract<RoomState, { readonly state: 'over' }>; readonly onAgain: () => void }) {
  const { enter: texts } = useMessages(deskRoom);
  const page = overPageOf(over.why);
  const said = { left: texts.left, 'taken-over': texts.taken, full: texts.full, moved: texts.moved, ended: texts.ended, revoked: texts.lost, lost: texts.lost, 'look-again': texts.ended }[page];
  const mayComeBack = page === 'left' || page === 'taken-over' || page === 'full' || page === 'lost' || page === 'revoked';
  return (
    <>
      <Alert kind="info" role="status">
        <p>{said}</p>
      </Alert>
      {mayComeBack && <Button onClick={onAgain}>{page === 'taken-over' ? texts.here : texts.again}</Button>}
    </>
  );
}
