import { useState } from 'react';
import { useNavigate } from 'react-router';
import { now } from '../../clock.ts';
import { dayOf } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Live } from '../../ui/Live.tsx';
import { BookingFrame } from '../BookingFrame.tsx';
import { loadStep, useBookable } from '../booking.ts';
import { changeDraft } from '../draft-store.ts';
import { fitsChoice, heldFor } from '../held-time.ts';
import { isTimeGone, useHoldTime } from '../hold-time.ts';
import { NearestTimes } from '../NearestTimes.tsx';
import { bookableKey } from '../resolve-choice.ts';
import { StepActions } from '../StepActions.tsx';
import { pathOfStep, stepBefore } from '../steps.ts';
import { TroubleNote } from '../TroubleNote.tsx';
import { ChosenTime } from './ChosenTime.tsx';
import { FreeTimes } from './FreeTimes.tsx';
import { OfficeCard } from './OfficeCard.tsx';
import { OperatorChoice } from './OperatorChoice.tsx';

export const loadTime = loadStep('time');

/** The free times. Going on holds the chosen one, and lets a former one go. */
export function TimePage() {
  const texts = useMessages(bookTime);
  const { draft, choice, chosen, bookable, skew } = useBookable();
  const navigate = useNavigate();
  const holding = useHoldTime(bookable);
  const [isMissing, setMissing] = useState(false);
  const deskNow = now() + skew;
  const start = draft.startFor === bookableKey(bookable) ? draft.start : null;
  const own = fitsChoice(draft.hold, bookable) && heldFor(draft.hold, deskNow).isLive ? draft.hold : null;

  function choose(picked: string): void {
    setMissing(false);
    holding.reset();
    changeDraft({ start: picked, startFor: bookableKey(bookable) });
  }

  function hold(wanted: string): void {
    holding.mutate(wanted, { onSuccess: goOn });
  }

  function goOn(): void {
    void navigate(pathOfStep('details', choice));
  }

  function submit(event: { preventDefault: () => void }): void {
    event.preventDefault();
    if (holding.isPending) return;
    if (!start) return setMissing(true);
    if (own?.starts_at === start) return goOn();
    hold(start);
  }

  return (
    <BookingFrame step="time" hasFields={false}>
      <h2>{texts.title}</h2>
      <OfficeCard />
      <form noValidate onSubmit={submit}>
        {chosen.unknown.includes('operator') && (
          <Alert kind="warning" role="status">
            <p>{texts.operator.unknown}</p>
          </Alert>
        )}
        <OperatorChoice />
        <FreeTimes today={dayOf(new Date(deskNow).toISOString())} own={own} start={start} onChoose={choose} />
        {isTimeGone(holding.error) && <NearestTimes error={holding.error} isBusy={holding.isPending} onChoose={hold} />}
        {holding.isError && !isTimeGone(holding.error) && <TroubleNote error={holding.error} />}
        <ChosenTime start={start} isMissing={isMissing} />
        {holding.isChecking && <p>{texts.checking}</p>}
        <Live text={holding.isChecking ? texts.checking : ''} />
        <StepActions backPath={pathOfStep(stepBefore('time'), choice)} isBusy={holding.isPending} />
      </form>
    </BookingFrame>
  );
}
