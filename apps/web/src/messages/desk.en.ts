import type { it } from './desk.it.ts';

export const en: typeof it = {
  sections: { label: 'Sections of the desk', today: 'Today', agenda: 'Calendar', book: 'Book', requests: 'Requests', people: 'People', waiting: (count) => `(${count} to decide on)` },
  day: { nobody: 'Data erased' },
  states: {
    held: 'Being booked',
    pending: 'Waiting for confirmation',
    confirmed: 'Confirmed',
    arrived: 'Arrived',
    in_progress: 'In progress',
    served: 'Done',
    missed: 'Did not come',
    cancelled: 'Cancelled',
    refused: 'Refused',
    expired: 'Expired',
  },
};
