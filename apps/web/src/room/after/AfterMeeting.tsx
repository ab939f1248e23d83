import { useEffect } from 'react';
import { RatingPanel } from '../../help/RatingPanel.tsx';
import { Outcome } from '../../manage/Outcome.tsx';
import { PapersSection } from '../../manage/PapersSection.tsx';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { lookAtRoomAgain } from '../room-calls.ts';
import { useAppointmentOfRoom } from '../use-appointment.ts';

/** When the office has ended the meeting: how it went, the papers, what to do now, and the rating. */
export function AfterMeeting({ code }: { readonly code: string }) {
  const { after, appointment, toAppointment } = useMessages(roomBefore);
  return (
    <>
      <div className="container page-body room-page">
        <PageHead title={after.title} trail={[{ label: appointment, href: paths.appointment(code) }]} />
        <HowItWent code={code} />
        <div className="room-ways">
          <ButtonLink href={paths.appointment(code)}>{toAppointment}</ButtonLink>
        </div>
      </div>
      <Rating code={code} />
    </>
  );
}

/** Below the page of whoever left, and may come back. */
export function WhatComesNext({ code }: { readonly code: string }) {
  return (
    <>
      <div className="container page-body room-page">
        <HowItWent code={code} />
      </div>
      <Rating code={code} />
    </>
  );
}

function HowItWent({ code }: { readonly code: string }) {
  const { after } = useMessages(roomBefore);
  const shown = useAppointmentOfRoom(code);
  const isWritten = Boolean(shown.outcome ?? shown.next_step);
  useLookingAgain(!isWritten);
  return (
    <>
      <Outcome shown={shown} />
      {!isWritten && <p>{after.noOutcome}</p>}
      <p className="room-quiet">{after.kept}</p>
      <PapersSection shown={shown} standing="over" />
    </>
  );
}

const everyMilliseconds = 20_000;

/** The office may write how it went a while after the end. */
function useLookingAgain(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => void lookAtRoomAgain(), everyMilliseconds);
    return () => clearInterval(timer);
  }, [isWanted]);
}

function Rating({ code }: { readonly code: string }) {
  const { service } = useAppointmentOfRoom(code);
  return <RatingPanel subject={{ kind: 'service', serviceId: service.id }} />;
}
