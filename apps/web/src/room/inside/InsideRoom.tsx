import type { RoomView } from '@sportello/contract';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { useFocusOnChange } from '../before/focus-on-change.ts';
import { overPageOf } from '../before/page-of.ts';
import { type Devices, seenOf } from '../connection/room-state.ts';
import { useRoom } from '../connection/use-room.ts';
import { deviceChoices } from '../device-choices.ts';
import { OverRoom } from './OverRoom.tsx';
import { useAdmitted } from './use-admitted.ts';
import { VendorMeeting } from './VendorMeeting.tsx';
import { WaitingRoom } from './WaitingRoom.tsx';

// The call travels when somebody comes to the room, not to the pages around it.
const InCall = lazy(async () => ({ default: (await import('./InCall.tsx')).InCall }));

export interface InsideProps {
  readonly who: 'citizen' | 'guest';
  readonly view: RoomView;
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  readonly fetchToken: () => Promise<string>;
  readonly checkHref: string;
  /** The phone, in sight all the while; a guest is not called. */
  readonly phone: ReactNode;
  readonly guests: ReactNode;
  /** Why the room cannot be entered any more, as the desk says it; null: it can. */
  readonly shut: ReactNode;
  /** The page when the desk has ended it. */
  readonly ended: ReactNode;
  /** Below the page of whoever left by themselves. */
  readonly afterwards: ReactNode;
  readonly lookAgain: () => Promise<unknown>;
  readonly onLeft: () => void;
}

/** Everything from the press on "enter" to the end, as the room says it. */
export function InsideRoom(props: InsideProps) {
  const { fetchToken, view } = props;
  const [devices, setDevices] = useState<Devices>(wishedDevices);
  const { room, state } = useRoom({ fetchToken, devices });
  const seen = seenOf(state);
  const place = state.state === 'reconnecting' ? state.was : state.state;
  const isVendor = seen !== null && seen.provider !== 'own' && !seen.is_fallback;
  const admission = useAdmitted(place);
  useFocusOnChange(state.state === 'over' ? overPageOf(state.why) : place);

  if (state.state === 'over') return <OverRoom {...props} over={state} onAgain={() => room.start()} />;
  if (seen === null) return <WaitingRoom {...props} seen={null} isReconnecting={false} wasSentBack={false} onDevices={setDevices} onChat={() => undefined} onLeave={leave} />;
  if (place === 'waiting') {
    return <WaitingRoom {...props} seen={seen} isReconnecting={state.state === 'reconnecting'} wasSentBack={admission.wasIn} onDevices={setDevices} onChat={(text) => room.chat(text)} onLeave={leave} />;
  }
  if (isVendor) return <VendorMeeting {...props} room={room} seen={seen} onChat={(text) => room.chat(text)} onLeave={leave} />;
  return (
    <Suspense fallback={<PageWaiting />}>
      <InCall who={props.who} room={room} seen={seen} isReconnecting={state.state === 'reconnecting'} isNew={admission.isNew} view={view} phone={props.phone} onLeave={leave} />
    </Suspense>
  );

  function leave(): void {
    room.leave();
    props.onLeft();
  }
}

function wishedDevices(): Devices {
  const { camera, microphone } = deviceChoices();
  return { has_camera: camera, has_microphone: microphone };
}
