import { type Appointment, showAppointment } from '@sportello/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ask } from '../api.ts';
import { useLanguage } from '../messages/LanguageContext.tsx';
import { ofAppointment } from './room-calls.ts';

/** The appointment of the room, as the page of the appointment has it; followed by what the room says of it. */
export function useAppointmentOfRoom(code: string): Appointment {
  return useSuspenseQuery({ ...ask(showAppointment, ofAppointment(code))(useLanguage()), staleTime: 10_000, refetchOnWindowFocus: true }).data;
}
