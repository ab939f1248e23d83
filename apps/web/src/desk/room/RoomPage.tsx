import { type DeskAppointment, may, type StaffRoomView } from '@sportello/contract';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { useFocusOnChange } from '../../room/before/focus-on-change.ts';
import { useMe } from '../../staff/me.ts';
import { useNameOf } from '../name-of.ts';
import { deskAppointment } from '../queries.ts';
import { BeforeRoom } from './BeforeRoom.tsx';
import { DeskInside } from './DeskInside.tsx';
import { EndDialog } from './EndDialog.tsx';
import { staffRoom } from './queries.ts';
import { RoomEnded } from './RoomEnded.tsx';

/** The room of an appointment for the desk: who waits, letting them in, the meeting, and its end. */
export function RoomPage() {
  const id = useParams().id ?? '';
  const shown = useAnswer(deskAppointment(id));
  const view = useAnswer(staffRoom(id));
  return <Room key={id} shown={shown} view={view} />;
}

function Room({ shown, view }: { readonly shown: DeskAppointment; readonly view: StaffRoomView }) {
  const { role } = useMe();
  const name = useNameOf()(shown);
  const { wantsIn, comeIn, stayOut } = useWish();
  const [isEnding, askToEnd] = useState(false);
  const [isEnded, setEnded] = useState(false);
  // Whoever is in stays there until they go: the room itself says when it is over.
  const [isInside, goInside] = useState(false);
  const mayEnter = may(role, 'appointment.work') && (view.refusal === null || view.refusal === 'early');
  if (wantsIn && mayEnter && !isInside && !isEnded) goInside(true);
  useFocusOnChange(isEnded ? 'ended' : isInside ? 'inside' : 'before');
  const desk = { shown, view, name, onEnd: () => askToEnd(true) };

  return (
    <>
      {isEnded ? <RoomEnded {...desk} /> : isInside ? <DeskInside {...desk} onLeft={stayOut} /> : <BeforeRoom {...desk} mayEnter={mayEnter} onEnter={comeIn} />}
      {isEnding && (
        <EndDialog
          shown={shown}
          name={name}
          onClose={() => askToEnd(false)}
          onEnded={() => {
            askToEnd(false);
            goInside(false);
            setEnded(true);
            stayOut();
          }}
        />
      )}
    </>
  );
}

/** What every part of the page of a room is given. */
export interface DeskRoomProps {
  readonly shown: DeskAppointment;
  readonly view: StaffRoomView;
  /** Of whom it is. */
  readonly name: string;
  readonly onEnd: () => void;
}

const parameter = 'entra';

/** Whether the official has pressed "enter": in the address, so that a refresh in the middle leads straight back. */
function useWish() {
  const [asked, ask] = useSearchParams();
  return {
    wantsIn: asked.get(parameter) === 'si',
    comeIn: () => ask({ [parameter]: 'si' }, { replace: true, preventScrollReset: true }),
    stayOut: () => ask({}, { replace: true, preventScrollReset: true }),
  };
}
