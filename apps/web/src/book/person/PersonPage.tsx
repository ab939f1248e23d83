import { useNavigate } from 'react-router';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BookingFrame } from '../BookingFrame.tsx';
import { loadStep, useBookable } from '../booking.ts';
import { changeDraft, currentDraft } from '../draft-store.ts';
import { draftField } from '../fields.ts';
import { useCheckedForm } from '../form-errors.ts';
import { HeldTime } from '../HeldTime.tsx';
import { mistakesInPerson } from '../mistakes.ts';
import { refusedOn } from '../refusals.ts';
import { sayMistakes } from '../say-mistakes.ts';
import { StepActions } from '../StepActions.tsx';
import { pathOfStep, stepBefore } from '../steps.ts';
import { ContactFields } from './ContactFields.tsx';
import { HomeFields } from './HomeFields.tsx';
import { OnBehalfFields } from './OnBehalfFields.tsx';

export const loadPerson = loadStep('person');

/** Who asks. Nothing of it ever stands in an address. */
export function PersonPage() {
  const { person: texts, mistakes } = useMessages(bookPerson);
  const { draft, choice, chosen, bookable } = useBookable();
  const { channel } = bookable.way;
  const navigate = useNavigate();
  const form = useCheckedForm({
    find: () => sayMistakes(mistakesInPerson(currentDraft().typed, channel, chosen.elsewhere), mistakes),
    onRight: goOn,
    refused: refusedOn('person', draft.refused),
  });
  const { errors } = form;

  function goOn(): void {
    changeDraft({ refused: {} });
    void navigate(pathOfStep('summary', choice));
  }

  return (
    <BookingFrame step="person">
      <HeldTime />
      <form noValidate onSubmit={form.submit}>
        <ErrorSummary errors={errors} ref={form.summary} />
        <h2 className="h3">{texts.you}</h2>
        <TextField {...draftField('person/given_name', errors)} label={texts.givenName} required autoComplete="given-name" maxLength={100} />
        <TextField {...draftField('person/family_name', errors)} label={texts.familyName} required autoComplete="family-name" maxLength={100} />
        <ContactFields channel={channel} errors={errors} />
        <TextField {...draftField('person/tax_code', errors)} label={texts.taxCode} help={texts.taxCodeHelp} autoComplete="off" maxLength={40} />
        {channel === 'home' && <HomeFields municipality={bookable.municipality} errors={errors} />}
        <OnBehalfFields errors={errors} />
        <StepActions backPath={pathOfStep(stepBefore('person'), choice)} />
      </form>
    </BookingFrame>
  );
}
