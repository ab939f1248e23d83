import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { ClosedDoor } from '../../manage/ClosedDoor.tsx';
import type { Door } from '../../manage/door.ts';
import { takeTokenFromAddress } from '../../manage/link.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { CallMe } from '../CallMe.tsx';
import { openRoomDoor } from '../door.ts';
import { useLinkOpenedMeanwhile } from '../link-opened.ts';
import { askForCall, lookAtRoomAgain, roomView, useRoomView } from '../room-calls.ts';
import { RoomStyle } from '../RoomStyle.tsx';
import { useAppointmentOfRoom } from '../use-appointment.ts';
import { BeforeVideo } from './BeforeVideo.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';

export function loadCheck({ params: { code = '' } }: LoaderFunctionArgs): Promise<Door> {
  return openRoomDoor(code);
}

/** Microphone, camera, sound and connection, tried at any time before a meeting by video. */
export function CheckPage() {
  const { code = '' } = useParams();
  const door = useLoaderData<Door>();
  useLinkOpenedMeanwhile(takeTokenFromAddress);
  return door.is === 'open' ? <Check code={code} /> : <ClosedDoor code={code} door={door} />;
}

function Check({ code }: { readonly code: string }) {
  const { check, appointment, phone } = useMessages(roomBefore);
  const view = useRoomView(roomView(code), true);
  const shown = useAppointmentOfRoom(code);
  const isExpected = shown.state === 'pending' || shown.state === 'confirmed' || shown.state === 'arrived' || shown.state === 'in_progress';
  const toAppointment = { label: appointment, href: paths.appointment(code) };
  const enter = view.refusal === null ? { label: check.enter, href: paths.room(code, { enters: true }) } : null;
  return (
    <div className="container page-body room-page">
      <RoomStyle />
      <PageHead title={check.title} lead={check.lead} trail={[toAppointment]} />
      <BeforeVideo text={view.before_video} />
      <DeviceCheck
        servers={view.ice_servers}
        ways={
          <div className="room-ways">
            {enter && (
              <ButtonLink href={enter.href} wide>
                {enter.label}
              </ButtonLink>
            )}
            <ButtonLink kind={enter ? 'outline-primary' : 'primary'} href={toAppointment.href} wide>
              {check.back}
            </ButtonLink>
          </div>
        }
        phone={
          isExpected && (
            <CallMe
              office={view.office}
              knownPhone={view.phone}
              wasTold={view.by_phone_since !== null}
              send={(number) => askForCall(code, number)}
              onTold={() => void lookAtRoomAgain()}
              wayBack={
                enter && (
                  <p>
                    <a href={enter.href}>{phone.back}</a>
                  </p>
                )
              }
            />
          )
        }
      />
    </div>
  );
}
