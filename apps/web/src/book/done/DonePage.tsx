import { redirect } from 'react-router';
import { load, useAnswer } from '../../api.ts';
import { ContactPanel } from '../../help/ContactPanel.tsx';
import { RatingPanel } from '../../help/RatingPanel.tsx';
import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { chosenService } from '../queries.ts';
import { type Booked, bookedInThisTab } from './booked.ts';
import { DoneActions } from './DoneActions.tsx';
import { DoneFacts } from './DoneFacts.tsx';
import { DoneTexts } from './DoneTexts.tsx';
import { KeepLink } from './KeepLink.tsx';

/** Without a booking in this tab there is nothing to show: the way to find one. */
export async function loadDone() {
  const booked = bookedInThisTab();
  if (!booked) return redirect(paths.findAppointment());
  await load(chosenService(booked.appointment.service.id));
  return null;
}

/** The booking is made, or the request sent: what, when, where, and how to come back to it. */
export function DonePage() {
  const booked = bookedInThisTab();
  return booked ? <Done {...booked} /> : null;
}

function Done({ appointment, email, home }: Booked) {
  const { done: texts } = useMessages(bookDone);
  const service = useAnswer(chosenService(appointment.service.id));
  const way = service?.channels.find(({ channel }) => channel === appointment.channel);
  const isPending = appointment.state === 'pending';
  return (
    <>
      <div className="container page-body booking print-large">
        <PageHead title={isPending ? texts.pending : texts.confirmed} lead={isPending ? texts.pendingText : undefined} />
        {email && (
          <Alert kind="success">
            <p>{texts.sentTo(email)}</p>
          </Alert>
        )}
        <DoneFacts appointment={appointment} home={home} />
        {email ? null : <KeepLink code={appointment.code} token={appointment.manage_token} />}
        <DoneActions code={appointment.code} token={appointment.manage_token} />
        {way && <DoneTexts way={way} />}
        <PhoneLine />
      </div>
      <RatingPanel subject={{ kind: 'service', serviceId: appointment.service.id }} />
      <ContactPanel />
    </>
  );
}
