import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../api.ts';
import { municipalities, service } from '../directory.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { movePath } from './addresses.ts';
import { Cancelling } from './cancel/Cancelling.tsx';
import { Deadlines } from './Deadlines.tsx';
import { SaveCalendar } from './SaveCalendar.tsx';
import { type Standing, stillUntil } from './standing.ts';
import { TakeAlong } from './TakeAlong.tsx';

interface Props {
  readonly shown: Appointment;
  readonly standing: Standing;
  /** Epoch milliseconds by the clock of the desk. */
  readonly now: number;
  /** The answers to a proposal stand with it, and are not repeated here. */
  readonly isProposed: boolean;
}

/** What one can do with the appointment as it stands. */
export function Actions({ shown, standing, now, isProposed }: Props) {
  const { actions } = useMessages(manage);
  const isAhead = standing === 'pending' || standing === 'confirmed';
  const moveUntil = stillUntil(shown.can.move_until, now);
  const cancelUntil = stillUntil(shown.can.cancel_until, now);
  const again = useBookingAgain(shown);
  return (
    <section className="appointment-actions" aria-labelledby="actions">
      <h2 id="actions">{actions.title}</h2>
      {isAhead && (
        <>
          {moveUntil && !isProposed && (
            <ButtonLink href={movePath(shown.code)} wide>
              {actions.move}
            </ButtonLink>
          )}
          {cancelUntil && !isProposed && <Cancelling shown={shown} label={actions.cancel} />}
          <Deadlines office={shown.office} moveUntil={moveUntil} cancelUntil={cancelUntil} />
          <SaveCalendar code={shown.code} />
          <TakeAlong code={shown.code} />
        </>
      )}
      {!isAhead && standing !== 'going' && (
        <ButtonLink href={again} wide>
          {actions.bookAgain}
        </ButtonLink>
      )}
    </section>
  );
}

/** The same service in the same way, for the same comune; what needed an invitation is not booked again without one. */
function useBookingAgain({ service: { id }, channel, municipality_id, invitation_id }: Appointment): string {
  const slug = useAnswerSoon(service(id))?.slug;
  const municipality = useAnswerSoon(municipalities)?.find((one) => one.id === municipality_id);
  const again = invitation_id === null ? { service: slug, channel } : {};
  return paths.book({ ...again, municipality: municipality?.istat_code });
}
