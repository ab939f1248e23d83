import type { RoomView } from '@sportello/contract';
import { type ReactNode, useEffect, useMemo } from 'react';
import { common } from '../../messages/common.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { papersOfRoom } from '../../papers/room-papers.ts';
import { Call } from '../call/Call.tsx';
import type { RoomConnection } from '../connection/room-connection.ts';
import { type RoomSeen, seenOf } from '../connection/room-state.ts';

interface Props {
  readonly who: 'citizen' | 'guest';
  readonly room: RoomConnection;
  readonly seen: RoomSeen;
  readonly isReconnecting: boolean;
  /** Let in just now: the title of the tab says so, for whoever looks at another one. */
  readonly isNew: boolean;
  readonly view: RoomView;
  readonly phone: ReactNode;
  readonly onLeave: () => void;
}

/** The meeting itself, for the citizen and whoever came along. */
export function InCall({ who, room, seen, isReconnecting, isNew, view, phone, onLeave }: Props) {
  const { waiting } = useMessages(roomBefore);
  const { pageTitle } = useMessages(common);
  // The token is renewed while people talk; a paper is sent with the one of that moment.
  const port = useMemo(() => papersOfRoom(view.appointment_code, () => seenOf(room.read())?.token ?? ''), [view.appointment_code, room]);
  useEffect(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }), []);
  return (
    <>
      <title>{pageTitle(isNew ? waiting.admittedTab : view.service_name)}</title>
      <Call room={room} seen={seen} isReconnecting={isReconnecting} subject={view.service_name} papers={{ port, reader: who }} {...(phone && { phone })} onLeave={onLeave} />
    </>
  );
}
