import type { DeskAppointment } from '@sportello/contract';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../../api.ts';
import { municipalities, service } from '../../../directory.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { StaffHead } from '../../../staff/StaffHead.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { deskAppointment } from '../../queries.ts';
import { choiceIn, type DeskWish } from '../desk-choice.ts';
import { MoveForm } from './MoveForm.tsx';

/** Another time, place or agenda for an appointment. What is chosen stands in the address. */
export function MovePage({ id }: { readonly id: string }) {
  const { move: texts } = useMessages(deskBook);
  const appointment = useAnswer(deskAppointment(id));
  const wish = useWishOf(appointment);
  const canMove = appointment.starts_at !== null && (appointment.state === 'confirmed' || appointment.state === 'pending');
  return (
    <div className="container page-body desk-book">
      <StaffHead title={texts.title} up={{ label: texts.up, href: staffPaths.appointment(id) }} />
      {wish && canMove ? <MoveForm appointment={appointment} wish={wish.now} onChange={wish.change} /> : <p className="empty-state">{texts.notNow}</p>}
    </div>
  );
}

/** What the appointment is, with another place or agenda where the address names one. */
function useWishOf({ service_id, channel, municipality_id, place_id }: DeskAppointment) {
  const page = useAnswer(service(service_id));
  const comuni = useAnswer(municipalities);
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const choice = choiceIn(query);
  const way = page.channels.find((one) => one.channel === channel);
  const municipality = comuni.find(({ id }) => id === municipality_id);
  if (!way || !municipality) return null;
  const place = way.places.find(({ id }) => id === (choice.place ?? place_id)) ?? way.places.find(({ id }) => id === place_id);
  const now: DeskWish = { service: page, way, ways: [way], municipality, municipalities: [municipality], place, calendarId: choice.calendar };

  function change(next: { readonly sede?: string | undefined; readonly agenda?: string | undefined; readonly giorno?: string | undefined; readonly inizio?: string | undefined }): void {
    const changed = new URLSearchParams(query);
    for (const [name, value] of Object.entries(next)) {
      if (value) changed.set(name, value);
      else changed.delete(name);
    }
    void navigate({ search: changed.toString() }, { replace: true, preventScrollReset: true });
  }

  return { now, change };
}

export type ChangeWish = NonNullable<ReturnType<typeof useWishOf>>['change'];
