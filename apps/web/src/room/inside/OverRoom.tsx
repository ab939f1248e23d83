import { useEffect } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { overPageOf } from '../before/page-of.ts';
import { RoomNotice } from '../before/RoomNotice.tsx';
import type { RoomState } from '../connection/room-state.ts';
import type { InsideProps } from './InsideRoom.tsx';

interface Props extends InsideProps {
  readonly over: Extract<RoomState, { readonly state: 'over' }>;
  /** Comes in again, here. */
  readonly onAgain: () => void;
}

/** It is over for this tab: why, and the one thing to do. */
export function OverRoom(props: Props) {
  const { who, view, trail, shut, ended, afterwards, over, onAgain, lookAgain } = props;
  const { refused, left, toAppointment } = useMessages(roomBefore);
  const page = overPageOf(over.why);
  const wasIn = over.seen?.you.is_in ?? false;

  // What the page around shows is older than what the room has just said.
  useEffect(() => void lookAgain(), [lookAgain, page]);

  switch (page) {
    case 'ended':
      return ended;
    case 'look-again':
      if (shut) return <Framed>{shut}</Framed>;
      return view.refusal === 'over' ? ended : <Framed>{view.refusal === null ? again(refused.lost) : <PageWaiting />}</Framed>;
    case 'left':
      return (
        <>
          <Framed>{again(left)}</Framed>
          {wasIn && afterwards}
        </>
      );
    case 'moved':
    case 'revoked':
      return <Framed>{gone(refused[page])}</Framed>;
    case 'taken-over':
    case 'full':
    case 'lost':
      return <Framed>{again(refused[page])}</Framed>;
    default:
      return page satisfies never;
  }

  function again(texts: { readonly title: string; readonly text: string; readonly action: string }) {
    return <RoomNotice title={texts.title} text={texts.text} trail={trail} office={view.office} action={<Button onClick={onAgain}>{texts.action}</Button>} />;
  }

  function gone(texts: { readonly title: string; readonly text: string }) {
    const appointment = trail.at(-1);
    return <RoomNotice title={texts.title} text={texts.text} trail={trail} office={view.office} action={who === 'citizen' && appointment && <ButtonLink href={appointment.href}>{toAppointment}</ButtonLink>} />;
  }
}

function Framed({ children }: { readonly children: React.ReactNode }) {
  return <div className="container page-body room-page">{children}</div>;
}
