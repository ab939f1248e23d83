import { useEffect } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useLocation, useParams, useRevalidator } from 'react-router';
import { ClosedDoor } from './ClosedDoor.tsx';
import { type Door, openDoor } from './door.ts';
import { takeTokenFromAddress } from './link.ts';
import { OpenAppointment } from './OpenAppointment.tsx';

export function loadAppointment({ params: { code = '' } }: LoaderFunctionArgs): Promise<Door> {
  takeTokenFromAddress();
  return openDoor(code);
}

/** "Il mio appuntamento": what the link of the messages opens. */
export function AppointmentPage() {
  const { code = '' } = useParams();
  const door = useLoaderData<Door>();
  useLinkOpenedMeanwhile();
  return door.is === 'open' ? <OpenAppointment code={code} /> : <ClosedDoor code={code} door={door} />;
}

/** Another link of the same appointment, opened in this tab: the browser changes only the fragment and loads nothing. */
function useLinkOpenedMeanwhile(): void {
  const location = useLocation();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (takeTokenFromAddress()) void revalidate();
    // The same link once more is a new location too, and its secret stands in the address bar again.
  }, [location, revalidate]);
}
