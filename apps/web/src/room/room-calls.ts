import { type CallOutput, createRoomToken, inviteGuest, listGuests, parseAppointmentCode, removeGuest, requestCall, type RoomView, showAppointment, showRoom } from '@sportello/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type Ask, ask, queryClient, send } from '../api.ts';
import { useLanguage } from '../messages/LanguageContext.tsx';
import { tokenFor } from '../session/appointment-tokens.ts';

/** What a call of the citizen carries: the appointment, and the secret of the link that opened it in this tab. */
export function ofAppointment(code: string) {
  return { params: { code: parseAppointmentCode(code) ?? code }, token: tokenFor(code) ?? '' };
}

export function roomView(code: string): Ask<RoomView> {
  return ask(showRoom, ofAppointment(code));
}

const everyMilliseconds = 15_000;

/** The room as it stands; followed by itself where it is `watched`, so that it opens and changes without a press. */
export function useRoomView(question: Ask<RoomView>, isWatched: boolean): RoomView {
  return useSuspenseQuery({ ...question(useLanguage()), staleTime: 5_000, refetchOnWindowFocus: true, refetchInterval: isWatched ? everyMilliseconds : false }).data;
}

/** What the room and its appointment say may have changed. */
export async function lookAtRoomAgain(): Promise<void> {
  await Promise.all([showRoom, showAppointment].map(({ url }) => queryClient.invalidateQueries({ queryKey: [url] })));
}

export async function fetchRoomToken(code: string): Promise<string> {
  const { token } = await send(createRoomToken, { ...ofAppointment(code), body: {} });
  return token;
}

/** Without a number the known one is called. */
export function askForCall(code: string, phone: string | undefined): Promise<CallOutput<typeof requestCall>> {
  return send(requestCall, { ...ofAppointment(code), body: phone === undefined ? {} : { phone } });
}

export function guestsOf(code: string) {
  return ask(listGuests, ofAppointment(code));
}

export function letGuestCome(code: string, body: { readonly name: string; readonly role: 'interpreter' | 'relative' }): Promise<CallOutput<typeof inviteGuest>> {
  return send(inviteGuest, { ...ofAppointment(code), body });
}

export function takeGuestBack(code: string, guestId: string): Promise<unknown> {
  const { params, token } = ofAppointment(code);
  return send(removeGuest, { params: { ...params, guest_id: guestId }, token });
}
