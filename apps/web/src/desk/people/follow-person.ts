import type { DeskPerson } from '@sportello/contract';
import type { LiveEvent } from '../../staff/live/live-event.ts';

/** The page of a person after something happened: what an event does not tell (outcome, notes, who looks alike) is read again. */
export function followPerson(shown: DeskPerson, event: LiveEvent): DeskPerson | 'stale' {
  if (event.name === 'gone') return shown.appointments.some(({ id }) => id === event.data.id) ? 'stale' : shown;
  if (event.name !== 'appointment') return shown;
  const { data: item } = event;
  const known = shown.appointments.find(({ id }) => id === item.id);
  if (!known) return item.person?.id === shown.id ? 'stale' : shown;
  if (known.revision > item.revision) return shown;
  const isRenamed = item.person?.id === shown.id && item.person.name !== shown.name;
  if (isRenamed || item.person?.id !== known.person?.id || item.revision > known.revision) return 'stale';
  // The stream is shared by tabs that may be read in different languages.
  const { service_name } = known;
  return { ...shown, appointments: shown.appointments.map((one) => (one.id === item.id ? { ...one, ...item, service_name } : one)) };
}
