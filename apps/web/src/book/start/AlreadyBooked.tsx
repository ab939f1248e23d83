import { book } from '../../messages/book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { bookedInThisTab } from '../done/booked.ts';

/** For whoever goes back after a booking: it is made, nothing need be sent again. */
export function AlreadyBooked() {
  const { start: texts } = useMessages(book);
  const booked = bookedInThisTab();
  if (!booked) return null;
  return (
    <Alert kind="success">
      <p>
        {texts.booked}. <a href={paths.bookDone()}>{texts.seeBooked(booked.appointment.code)}</a>
      </p>
    </Alert>
  );
}
