import type { RoomView } from '@sportello/contract';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useParams, useSearchParams } from 'react-router';
import { ClosedDoor } from '../manage/ClosedDoor.tsx';
import type { Door } from '../manage/door.ts';
import { takeTokenFromAddress } from '../manage/link.ts';
import { roomBefore } from '../messages/room-before.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { useDeskNow } from '../session/desk-clock.ts';
import { AfterMeeting, WhatComesNext } from './after/AfterMeeting.tsx';
import { useFocusOnChange } from './before/focus-on-change.ts';
import { Gate } from './before/Gate.tsx';
import { roomPageOf } from './before/page-of.ts';
import { ShutRoom } from './before/ShutRoom.tsx';
import { CallMe } from './CallMe.tsx';
import { openRoomDoor } from './door.ts';
import { GuestInvites } from './guest/GuestInvites.tsx';
import { InsideRoom } from './inside/InsideRoom.tsx';
import { useLinkOpenedMeanwhile } from './link-opened.ts';
import { askForCall, fetchRoomToken, lookAtRoomAgain, roomView, useRoomView } from './room-calls.ts';
import { RoomStyle } from './RoomStyle.tsx';

export function loadRoom({ params: { code = '' } }: LoaderFunctionArgs): Promise<Door> {
  return openRoomDoor(code);
}

/** The room of an appointment, for its holder: its door, the waiting room, the meeting, and what comes after. */
export function RoomPage() {
  const { code = '' } = useParams();
  const door = useLoaderData<Door>();
  useLinkOpenedMeanwhile(takeTokenFromAddress);
  return door.is === 'open' ? <Room code={code} /> : <ClosedDoor code={code} door={door} />;
}

function Room({ code }: { readonly code: string }) {
  const { appointment } = useMessages(roomBefore);
  const { wantsIn, comeIn, stayOut } = useWish();
  const view = useRoomView(roomView(code), true);
  const page = roomPageOf(view, useDeskNow());
  // Once somebody came in, the room itself says how it goes on.
  const [isInside, goInside] = useState(false);
  if (wantsIn && page.is === 'gate' && !isInside) goInside(true);
  useFocusOnChange(isInside ? 'inside' : page.is);
  const trail = [{ label: appointment, href: paths.appointment(code) }];
  const phone = <Phone code={code} view={view} />;

  if (isInside) {
    return (
      <>
        <RoomStyle />
        <InsideRoom
          who="citizen"
          view={view}
          trail={trail}
          fetchToken={() => fetchRoomToken(code)}
          checkHref={paths.checkDevices(code)}
          phone={phone}
          guests={<GuestInvites code={code} />}
          shut={page.is === 'gate' || page.is === 'over' ? null : <ShutRoom page={page} view={view} code={code} />}
          ended={<AfterMeeting code={code} />}
          afterwards={<WhatComesNext code={code} />}
          lookAgain={lookAtRoomAgain}
          onLeft={stayOut}
        />
      </>
    );
  }
  if (page.is === 'over') {
    return (
      <>
        <RoomStyle />
        <AfterMeeting code={code} />
      </>
    );
  }
  return (
    <div className="container page-body room-page">
      <RoomStyle />
      {page.is === 'gate' ? (
        <div className="room-columns">
          <div className="room-main">
            <Gate view={view} lateMinutes={page.lateMinutes} trail={trail} checkHref={paths.checkDevices(code)} onEnter={comeIn} />
            <GuestInvites code={code} />
          </div>
          {phone}
        </div>
      ) : (
        <ShutRoom page={page} view={view} code={code} />
      )}
    </div>
  );
}

function Phone({ code, view }: { readonly code: string; readonly view: RoomView }) {
  return <CallMe office={view.office} knownPhone={view.phone} wasTold={view.by_phone_since !== null} send={(number) => askForCall(code, number)} onTold={() => void lookAtRoomAgain()} />;
}

const parameter = 'entra';

/** Whether the person has pressed "enter": in the address, so that a refresh in the middle leads straight back. */
function useWish() {
  const [asked, ask] = useSearchParams();
  return {
    wantsIn: asked.get(parameter) === 'si',
    comeIn: () => ask({ [parameter]: 'si' }, { replace: true, preventScrollReset: true }),
    stayOut: () => ask({}, { replace: true, preventScrollReset: true }),
  };
}
