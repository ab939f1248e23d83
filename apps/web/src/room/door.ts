import { load } from '../api.ts';
import { type Door, openDoor } from '../manage/door.ts';
import { takeTokenFromAddress } from '../manage/link.ts';
import { roomView } from './room-calls.ts';

/** For the loaders of the pages around a room: tries the link, and fetches the room with the appointment. */
export async function openRoomDoor(code: string): Promise<Door> {
  takeTokenFromAddress();
  const door = await openDoor(code);
  if (door.is === 'open') await load(roomView(code));
  return door;
}
