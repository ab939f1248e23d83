import { useState } from 'react';
import { useNavigate } from 'react-router';
import { now } from '../../clock.ts';
import { formatShortDay } from '../../format/dates.ts';
import { book } from '../../messages/book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useBooking } from '../booking.ts';
import { changeDraft } from '../draft-store.ts';
import { forgetSavedRequest, savedRequest } from '../saved-request.ts';
import { pathOfStep } from '../steps.ts';

/** A request that was saved on this device: go on with it, or forget it. */
export function SavedRequestOffer() {
  const { start: texts, save } = useMessages(book);
  const { services, skew, language } = useBooking();
  const [saved, setSaved] = useState(() => savedRequest(now(), skew));
  const [isForgotten, setForgotten] = useState(false);
  const navigate = useNavigate();

  function resume({ draft, choice }: NonNullable<typeof saved>): void {
    changeDraft(draft);
    // Its loader leads to the first step that still needs something.
    void navigate(pathOfStep('summary', choice));
  }

  function forget(): void {
    forgetSavedRequest();
    setSaved(null);
    setForgotten(true);
  }

  return (
    <div role="status">
      {isForgotten && <p>{save.forgotten}</p>}
      {saved && (
        <section className="booking-card" aria-labelledby="saved">
          <h2 className="h3" id="saved">
            {texts.savedTitle}
          </h2>
          <p>{texts.savedText(services.find(({ slug }) => slug === saved.choice.service)?.name ?? '', formatShortDay(new Date(saved.keptUntil).toISOString(), language))}</p>
          <div className="button-row">
            <Button onClick={() => resume(saved)}>{texts.resume}</Button>
            <Button kind="outline-primary" onClick={forget}>
              {save.forget}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
