import type { Agenda, DeskAppointmentItem } from '@sportello/contract';
import type { LiveEvent } from '../../staff/live/live-event.ts';

/** How days of calendars follow what happens. An appointment of another day may come among them: the page shows its own days only. */
export function followAgenda(agenda: Agenda, event: LiveEvent): Agenda | 'stale' {
  switch (event.name) {
    case 'appointment':
      return withItem(agenda, event.data);
    case 'gone':
      return agenda.items.some(({ id }) => id === event.data.id) ? { ...agenda, items: agenda.items.filter(({ id }) => id !== event.data.id) } : agenda;
    case 'calendar':
      return agenda.calendars.some(({ id }) => id === event.data.id) ? 'stale' : agenda;
    default:
      return agenda;
  }
}

/** The agenda with the appointment as it is now; one that is older than what is known changes nothing. A note or a call changes an item without raising its revision. */
export function withItem(agenda: Agenda, item: DeskAppointmentItem): Agenda {
  const known = agenda.items.find(({ id }) => id === item.id);
  if (known && known.revision > item.revision) return agenda;
  const isHere = item.calendar_ids.some((id) => agenda.calendars.some((calendar) => calendar.id === id));
  if (!known && !isHere) return agenda;
  const others = agenda.items.filter(({ id }) => id !== item.id);
  return { ...agenda, items: isHere ? [...others, item] : others };
}
