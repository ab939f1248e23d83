import type { DeskAppointment } from '@sportello/contract';

/** The meeting has had its end: of the room, who was there is left, and the desk may stay to write how it went. */
export function isOver({ state }: Pick<DeskAppointment, 'state'>): boolean {
  return state === 'served' || state === 'missed';
}
