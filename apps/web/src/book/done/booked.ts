import type { AppointmentRequest, ConfirmedAppointment } from '@sportello/contract';
import { tab } from '../../storage.ts';

const name = 'booked';

/** What the page after a booking shows. It stays in the tab, so that a refresh shows it again. */
export interface Booked {
  readonly appointment: ConfirmedAppointment;
  /** Where the summary was sent, or null. */
  readonly email: string | null;
  /** Where the operator comes, as it was typed; null for other ways of meeting. */
  readonly home: AppointmentRequest['home_address'];
}

let booked: Booked | null | undefined;

export function keepBooked(made: Booked): void {
  booked = made;
  tab.write(name, JSON.stringify(made));
}

export function bookedInThisTab(): Booked | null {
  if (booked === undefined) booked = read();
  return booked;
}

function read(): Booked | null {
  try {
    return JSON.parse(tab.read(name) ?? 'null') as Booked | null; // we wrote it, in this tab
  } catch {
    return null;
  }
}
