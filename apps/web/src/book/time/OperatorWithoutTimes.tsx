import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNavigate } from 'react-router';
import { useBookable } from '../booking.ts';
import { freeTimes } from '../queries.ts';
import type { Operator } from '../resolve-choice.ts';
import { pathOfStep } from '../steps.ts';

interface Props {
  readonly today: string;
  readonly operator: Operator;
}

/** The one who was chosen has no free time: from when on somebody else has, and one tap to see everybody's. */
export function OperatorWithoutTimes({ today, operator }: Props) {
  const { operator: texts } = useMessages(bookTime);
  const { bookable, choice, language } = useBookable();
  const navigate = useNavigate();
  // One day is asked about: the first free start comes with any answer.
  const ofEverybody = useQuery({ ...freeTimes({ ...bookable, operator: undefined }, { from: today, to: today })(language), staleTime: 10_000 });
  const first = ofEverybody.data?.next_available_at;

  /** The button goes with what it stands in: the focus goes to the choice that changed. */
  function showEverybody(): void {
    document.getElementById('operator')?.focus();
    void navigate(pathOfStep('time', { ...choice, operator: undefined, day: undefined }), { replace: true, preventScrollReset: true });
  }

  return (
    <Alert kind="warning" role="status">
      <h3>{texts.noTimes(operator.name)}</h3>
      <p>{first ? texts.othersFrom(formatDay(first, language)) : texts.noTimesText(bookable.way.horizon_days)}</p>
      <Button onClick={showEverybody}>{texts.showEverybody}</Button>
    </Alert>
  );
}
