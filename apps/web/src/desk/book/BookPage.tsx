import { useSearchParams } from 'react-router';
import { DonePage } from './done/DonePage.tsx';
import { MovePage } from './move/MovePage.tsx';
import { NewBooking, PersonBooking, RepeatedBooking } from './beginnings.tsx';

/** Booking for somebody. The address says how it begins: with nothing, somebody known, an appointment to repeat or to move; or that it is done. */
export function BookPage() {
  const [query] = useSearchParams();
  const [done, moved, repeated, person] = ['fatto', 'sposta', 'ripeti', 'persona'].map((name) => query.get(name));
  if (done) return <DonePage key={done} id={done} />;
  if (moved) return <MovePage key={moved} id={moved} />;
  if (repeated) return <RepeatedBooking key={repeated} id={repeated} />;
  return person ? <PersonBooking key={person} id={person} /> : <NewBooking />;
}
