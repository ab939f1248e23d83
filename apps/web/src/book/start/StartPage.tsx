import { useNavigate } from 'react-router';
import { ContactPanel } from '../../help/ContactPanel.tsx';
import { book } from '../../messages/book.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { loadStep, useBooking } from '../booking.ts';
import { ConditionsCheck } from '../ConditionsCheck.tsx';
import { changeDraft, currentDraft } from '../draft-store.ts';
import { useCheckedForm } from '../form-errors.ts';
import { areConditionsAccepted, firstStepNeeding, pathOfStep } from '../steps.ts';
import { AlreadyBooked } from './AlreadyBooked.tsx';
import { ChosenAlready } from './ChosenAlready.tsx';
import { SavedRequestOffer } from './SavedRequestOffer.tsx';

export const loadStart = loadStep('start');

/** Before the five steps: privacy and conditions. Links of other sites arrive here with what they have chosen. */
export function StartPage() {
  const { start: texts, title, next } = useMessages(book);
  const { field } = useMessages(common);
  const { draft, chosen, choice, union } = useBooking();
  const navigate = useNavigate();
  const notice = union.privacy_notice;
  const isRead = draft.notice === notice.version;
  const form = useCheckedForm({ find, onRight: goOn });

  function find(): Record<string, string> {
    return {
      ...(!isRead && { privacy: texts.privacyMissing }),
      ...(!areConditionsAccepted(chosen, draft) && { conditions: texts.conditionsMissing }),
    };
  }

  function goOn(): void {
    void navigate(pathOfStep(firstStepNeeding(chosen, currentDraft(), notice.version), choice));
  }

  return (
    <>
      <div className="container page-body booking">
        <PageHead title={title} lead={texts.lead} />
        {/* Before all else: whoever is sent back here from the summary must see why. */}
        {draft.notice && !isRead && (
          <Alert kind="warning" role="status">
            <p>{texts.privacyChanged}</p>
          </Alert>
        )}
        {chosen.unknown.length > 0 && (
          <Alert kind="warning" role="status">
            <p>{texts.unknown}</p>
          </Alert>
        )}
        <AlreadyBooked />
        <SavedRequestOffer />
        <ChosenAlready />
        <p>{texts.need}</p>
        <ul>
          {texts.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
        <form className="mt-4" noValidate onSubmit={form.submit}>
          <h2>{texts.title}</h2>
          <ErrorSummary errors={form.errors} ref={form.summary} />
          <p className="booking-note">{field.requiredNote}</p>
          <p>
            <a href={notice.url || paths.privacy()} target="_blank" rel="noreferrer">
              {texts.readPrivacy} <span className="visually-hidden">{texts.newTab}</span>
            </a>
          </p>
          <Checkbox id="privacy" label={texts.privacy} required checked={isRead} error={form.errors.privacy} onChange={(read) => changeDraft({ notice: read ? notice.version : null })} />
          <ConditionsCheck error={form.errors.conditions} />
          <Button type="submit" wide>
            {next}
          </Button>
        </form>
        <PhoneLine />
      </div>
      <ContactPanel />
    </>
  );
}
