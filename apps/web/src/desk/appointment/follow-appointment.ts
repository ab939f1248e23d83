import type { DeskAppointment } from '@sportello/contract';
import type { LiveEvent } from '../../staff/live/live-event.ts';

/** The page of an appointment after something happened: what the event does not tell (notes, history) is read again. */
export function followAppointment(shown: DeskAppointment, event: LiveEvent): DeskAppointment | 'stale' {
  if (event.name === 'gone') return event.data.id === shown.id ? 'stale' : shown;
  if (event.name !== 'appointment' || event.data.id !== shown.id || event.data.revision < shown.revision) return shown;
  const { service_name } = shown;
  if (event.data.revision > shown.revision || event.data.note_count !== shown.note_count) return 'stale';
  return { ...shown, ...event.data, service_name };
}
