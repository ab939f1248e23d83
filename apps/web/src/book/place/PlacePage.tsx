import { useNavigate } from 'react-router';
import { book } from '../../messages/book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { BookingChoice } from '../../paths.ts';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { BookingFrame } from '../BookingFrame.tsx';
import { loadStep, useBooking } from '../booking.ts';
import { ConditionsCheck } from '../ConditionsCheck.tsx';
import { useCheckedForm } from '../form-errors.ts';
import { isServed } from '../resolve-choice.ts';
import { StepActions } from '../StepActions.tsx';
import { areConditionsAccepted, pathOfStep, stepBefore } from '../steps.ts';
import { ChannelChoice } from './ChannelChoice.tsx';
import { missingParts } from './missing-parts.ts';
import { MunicipalityChoice } from './MunicipalityChoice.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { ServiceChoice } from './ServiceChoice.tsx';

export const loadPlace = loadStep('place');

/** Comune, office, service, way of meeting and place. Each choice goes into the address at once. */
export function PlacePage() {
  const { place: texts, start } = useMessages(book);
  const { chosen, choice, draft } = useBooking();
  const { municipality, service, ways } = chosen;
  const navigate = useNavigate();
  const form = useCheckedForm({ find, onRight: () => void navigate(pathOfStep('time', choice)) });

  function change(part: BookingChoice): void {
    void navigate(pathOfStep('place', { ...choice, operator: undefined, day: undefined, ...part }), { replace: true, preventScrollReset: true });
  }

  function find(): Record<string, string> {
    const missing = missingParts(chosen).map((part) => [part, texts.missing[part]]);
    const notServed = municipality && !isServed(chosen) ? { municipality: texts.notServed(municipality.name) } : {};
    return { ...Object.fromEntries(missing), ...notServed, ...(!areConditionsAccepted(chosen, draft) && { conditions: start.conditionsMissing }) };
  }

  return (
    <BookingFrame step="place">
      <form noValidate onSubmit={form.submit}>
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <h2>{texts.lead}</h2>
        {chosen.unknown.length > 0 && (
          <Alert kind="warning">
            <p>{start.unknown}</p>
          </Alert>
        )}
        <MunicipalityChoice error={form.errors.municipality} onChange={change} />
        <ServiceChoice errors={form.errors} onChange={change} />
        {service && ways.length === 0 && (
          <Alert kind="info" role="status">
            <p>{service.channels.some(({ who_may_book }) => who_may_book === 'invited') ? texts.invitedOnly : texts.byPhoneOnly}</p>
            <PhoneLine />
          </Alert>
        )}
        <ChannelChoice error={form.errors.channel} onChange={change} />
        <PlaceChoice error={form.errors.place} onChange={change} />
        <ConditionsCheck error={form.errors.conditions} />
        <StepActions backPath={pathOfStep(stepBefore('place'), choice)} />
      </form>
    </BookingFrame>
  );
}
