import type { DeskAppointment } from '@sportello/contract';
import { useAnswer } from '../../api.ts';
import { deskAppointment, deskPerson } from '../queries.ts';
import { Booking } from './Booking.tsx';
import type { Somebody } from './draft.ts';
import { weekLater } from './nearest-start.ts';

// How a booking may begin, and what is known of it then.

export function NewBooking() {
  return <Booking origin="" base={{}} known={{}} repeats={null} />;
}

export function PersonBooking({ id }: { readonly id: string }) {
  return <Booking origin={`person ${id}`} base={{}} known={{ person: useKnown(id) }} repeats={null} />;
}

/** The same person, service and way, a week later at the same time. */
export function RepeatedBooking({ id }: { readonly id: string }) {
  const appointment = useAnswer(deskAppointment(id));
  return appointment.person ? <RepeatedFor personId={appointment.person.id} appointment={appointment} /> : <Repeated person={null} appointment={appointment} />;
}

function RepeatedFor({ personId, appointment }: { readonly personId: string; readonly appointment: DeskAppointment }) {
  return <Repeated person={useKnown(personId)} appointment={appointment} />;
}

function Repeated({ person, appointment }: { readonly person: Somebody | null; readonly appointment: DeskAppointment }) {
  const { id, service_id, channel, municipality_id, place_id, starts_at, topic } = appointment;
  return (
    <Booking
      origin={`repeat ${id}`}
      base={{ service: service_id, channel, municipality: municipality_id, place: place_id ?? undefined }}
      known={{ person, typed: topic ? { topic } : {} }}
      repeats={starts_at ? weekLater(starts_at) : null}
    />
  );
}

function useKnown(id: string): Somebody {
  const { name, email, phone } = useAnswer(deskPerson(id));
  return { kind: 'known', id, name, email, phone };
}
