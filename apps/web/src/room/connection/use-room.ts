import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { RoomConnection } from './room-connection.ts';
import type { Devices, RoomState } from './room-state.ts';

interface Wish {
  /** A new token of this person for this room: `POST` of the citizen's, the guest's or the staff's endpoint. */
  readonly fetchToken: () => Promise<string>;
  readonly devices: Devices;
  /** Whoever turns to another page has gone, and it is said at once: for the desk, which nobody has to let in again. */
  readonly leavesWithPage?: boolean;
}

/** The room, entered as long as the component is shown. `room` takes what the person does, `state` is what they see. */
export function useRoom({ fetchToken, devices, leavesWithPage = false }: Wish): { readonly room: RoomConnection; readonly state: RoomState } {
  const latest = useRef(fetchToken);
  useEffect(() => {
    latest.current = fetchToken;
  });
  const [room] = useState(() => new RoomConnection({ fetchToken: () => latest.current(), devices }));
  const state = useSyncExternalStore(room.subscribe, room.read);
  const { has_camera, has_microphone } = devices;

  useEffect(() => {
    room.start();
    return () => (leavesWithPage ? room.leave() : room.close());
  }, [room, leavesWithPage]);

  useEffect(() => room.sayDevices({ has_camera, has_microphone }), [room, has_camera, has_microphone]);

  return { room, state };
}
