import type { RoomPerson, ServerMessage } from '@sportello/contract';

/** Somebody in a room. */
export function somebody(id: string, more: Partial<RoomPerson> = {}): RoomPerson {
  return {
    id,
    connection: `connection-${id}`,
    name: id,
    role: 'citizen',
    is_in: true,
    since: '2026-11-23T09:00:00+01:00',
    has_camera: true,
    has_microphone: true,
    microphone: true,
    camera: true,
    screen: false,
    ...more,
  };
}

type Told<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;

export function toldRoom(people: readonly RoomPerson[], more: Partial<Told<'room'>> = {}): Told<'room'> {
  return { type: 'room', people: [...people], line: null, by_phone_since: null, provider: 'own', is_fallback: false, closes_at: '2026-11-23T10:00:00+01:00', files_revision: 0, ...more };
}

export function toldEntered(more: Partial<Told<'entered'>> = {}): Told<'entered'> {
  return { type: 'entered', you: 'Ada', connection: 'connection-Ada', messages: [], ice_servers: [], token: 'next-token', ...more };
}
