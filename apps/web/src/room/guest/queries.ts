import { ApiProblem, createGuestToken, type RoomView, showGuestRoom } from '@sportello/contract';
import { type Ask, ask, load, queryClient, send } from '../../api.ts';
import { clockSkew } from '../../session/desk-clock.ts';
import { guestToken } from '../../session/guest-token.ts';

/** The room that the guest's link of this tab opens. */
export function guestRoom(): Ask<RoomView> {
  return ask(showGuestRoom, { token: guestToken() ?? '' });
}

export async function fetchGuestToken(): Promise<string> {
  const { token } = await send(createGuestToken, { token: guestToken() ?? '', body: {} });
  return token;
}

export function lookAtGuestRoomAgain(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [showGuestRoom.url] });
}

/** Whether the link of a guest opens something, and if not, why. */
export type GuestDoor = { readonly is: 'open' | 'no-link' | 'over' };

/** Throws what is not about the link: the page of troubles says it. */
export async function openGuestDoor(): Promise<GuestDoor> {
  if (guestToken() === null) return { is: 'no-link' };
  try {
    await load(guestRoom(), clockSkew);
    return { is: 'open' };
  } catch (error) {
    if (isLinkOver(error)) return { is: 'over' };
    throw error;
  }
}

function isLinkOver(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problemName === 'link-over' || error.status === 401 || error.status === 404);
}
