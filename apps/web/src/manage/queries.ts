import { type Appointment, type ChangedAppointment, findSlots, parseAppointmentCode, showAppointment } from '@sportello/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type Ask, ask, queryClient } from '../api.ts';
import { useLanguage } from '../messages/LanguageContext.tsx';
import { tokenFor } from '../session/appointment-tokens.ts';
import { currentLanguage } from '../session/language-choice.ts';

/** The appointment that the link of this tab opens. */
export function appointment(code: string): Ask<Appointment> {
  return ask(showAppointment, { params: { code: parseAppointmentCode(code) ?? code }, token: tokenFor(code) ?? '' });
}

const everyMinute = 60_000;

/** The appointment whose page is open. Whoever comes back to the tab sees it as it is then, and whoever looks on hears of a delay or a proposal. */
export function useAppointment(code: string): Appointment {
  return useSuspenseQuery({ ...appointment(code)(useLanguage()), staleTime: 10_000, refetchOnWindowFocus: true, refetchInterval: ({ state: { data } }) => (data && mayChange(data) ? everyMinute : false) }).data;
}

function mayChange({ state }: Appointment): boolean {
  return state === 'pending' || state === 'confirmed' || state === 'arrived' || state === 'in_progress';
}

/** After a change: shows it at once, and asks for the rest again. */
export async function keepChanged(code: string, changed: ChangedAppointment): Promise<void> {
  queryClient.setQueryData<Appointment>(appointment(code)(currentLanguage()).queryKey, (known) => known && { ...known, ...changed });
  await lookAgain();
}

/** Asks again for what a change elsewhere has made old: appointments and free times. */
export async function lookAgain(): Promise<void> {
  await Promise.all([showAppointment, findSlots].map(({ url }) => queryClient.invalidateQueries({ queryKey: [url] }, { throwOnError: false })));
}

/** The free starts of some days, both included, for the same matter in the same way, with anybody; at a desk, of one place. */
export function freeTimes({ service, channel, municipality_id, invitation_id }: Appointment, placeId: string | undefined, days: { readonly from: string; readonly to: string }) {
  return ask(findSlots, { querystring: { service_id: service.id, channel, municipality_id, ...(placeId && { place_id: placeId }), ...(invitation_id && { invitation: invitation_id }), ...days } });
}
