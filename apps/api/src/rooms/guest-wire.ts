import type { RoomGuest } from '@sportello/contract';
import type { Guest } from './room.ts';

/** A guest as citizen and desk see them. */
export function guestOnWire({ id, name, role, createdAt }: Guest, write: (instant: number) => string): RoomGuest {
  return { id, name: name ?? '', role, created_at: write(createdAt) };
}
