import { useState } from 'react';
import { useLoaderData, useSearchParams } from 'react-router';
import { formatDay, formatTime } from '../../format/dates.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { useDeskNow } from '../../session/desk-clock.ts';
import { takeGuestTokenFromAddress } from '../../session/guest-token.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { useFocusOnChange } from '../before/focus-on-change.ts';
import { Gate } from '../before/Gate.tsx';
import { roomPageOf } from '../before/page-of.ts';
import { RoomNotice } from '../before/RoomNotice.tsx';
import { DeviceCheck } from '../check/DeviceCheck.tsx';
import { InsideRoom } from '../inside/InsideRoom.tsx';
import { useLinkOpenedMeanwhile } from '../link-opened.ts';
import { useRoomView } from '../room-calls.ts';
import { RoomStyle } from '../RoomStyle.tsx';
import { fetchGuestToken, type GuestDoor, guestRoom, lookAtGuestRoomAgain, openGuestDoor } from './queries.ts';

export function loadGuestRoom(): Promise<GuestDoor> {
  takeGuestTokenFromAddress();
  return openGuestDoor();
}

/** What the link of a guest opens: an interpreter, a relative. */
export function GuestPage() {
  const { guest } = useMessages(roomBefore);
  const door = useLoaderData<GuestDoor>();
  useLinkOpenedMeanwhile(takeGuestTokenFromAddress);
  if (door.is === 'open') return <GuestRoom />;
  const isOver = door.is === 'over';
  return (
    <div className="container page-body room-page">
      <RoomStyle />
      <RoomNotice title={isOver ? guest.overTitle : guest.noLinkTitle} text={isOver ? guest.overText : guest.noLinkText} trail={[]} />
    </div>
  );
}

/** Where one is on the page of a guest; in the address, as their link is no more than the page itself. */
type Step = 'entra' | 'prova' | null;

function GuestRoom() {
  const [asked, ask] = useSearchParams();
  const step = (asked.get('passo') as Step) ?? null;
  const go = (next: Step) => ask(next === null ? {} : { passo: next }, { replace: next !== 'prova', preventScrollReset: next !== 'prova' });
  const view = useRoomView(guestRoom(), true);
  const page = roomPageOf(view, useDeskNow());
  const [isInside, goInside] = useState(false);
  if (step === 'entra' && page.is === 'gate' && !isInside) goInside(true);
  useFocusOnChange(isInside ? 'inside' : `${step ?? ''} ${page.is}`);
  const checkHref = `${paths.guestRoom()}?passo=prova`;

  if (isInside) {
    const shut = page.is === 'gate' || page.is === 'over' ? null : <GuestShut />;
    return (
      <>
        <RoomStyle />
        <InsideRoom
          who="guest"
          view={view}
          trail={[]}
          fetchToken={fetchGuestToken}
          checkHref={checkHref}
          phone={null}
          guests={null}
          shut={shut}
          ended={
            <div className="container page-body room-page">
              <Over />
            </div>
          }
          afterwards={null}
          lookAgain={lookAtGuestRoomAgain}
          onLeft={() => go(null)}
        />
      </>
    );
  }
  return (
    <div className="container page-body room-page">
      <RoomStyle />
      {step === 'prova' ? <GuestCheck onBack={() => go(null)} /> : page.is === 'gate' ? <Gate view={view} lateMinutes={0} trail={[]} checkHref={checkHref} onEnter={() => go('entra')} /> : <GuestShut />}
    </div>
  );
}

function GuestCheck({ onBack }: { readonly onBack: () => void }) {
  const { check, guest } = useMessages(roomBefore);
  const view = useRoomView(guestRoom(), false);
  return (
    <>
      <PageHead title={check.title} lead={check.lead} />
      <DeviceCheck
        servers={view.ice_servers}
        phone={null}
        ways={
          <div className="room-ways">
            <Button wide onClick={onBack}>
              {guest.toRoom}
            </Button>
          </div>
        }
      />
    </>
  );
}

/** Too early, another day, or not any more: a guest is told when, and no more of the appointment than that. */
function GuestShut() {
  const { guest, refused } = useMessages(roomBefore);
  const language = useLanguage();
  const view = useRoomView(guestRoom(), true);
  const page = roomPageOf(view, useDeskNow());
  const when = view.starts_at === null ? view.office.name : guest.with(view.office.name, formatDay(view.starts_at, language), formatTime(view.starts_at));
  const check = <ButtonLink href={`${paths.guestRoom()}?passo=prova`}>{refused.early.action}</ButtonLink>;
  switch (page.is) {
    case 'early':
      return (
        <RoomNotice title={guest.title} text={when} trail={[]} action={check}>
          <p>{guest.early(formatTime(page.opensAt))}</p>
          <p className="room-countdown">{refused.early.minutes(page.minutesLeft)}</p>
        </RoomNotice>
      );
    case 'another-day':
      return <RoomNotice title={guest.title} text={when} trail={[]} action={check} />;
    case 'cancelled':
      return <RoomNotice title={refused.cancelled.title} text={guest.overText} trail={[]} />;
    default:
      return <Over />;
  }
}

function Over() {
  const { refused } = useMessages(roomBefore);
  return <RoomNotice {...refused.over} trail={[]} />;
}
