import { useState } from 'react';
import { now } from '../clock.ts';
import { formatShortDay } from '../format/dates.ts';
import { book } from '../messages/book.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useBooking } from './booking.ts';
import { forgetSavedRequest, saveRequest, savedRequest } from './saved-request.ts';

type Said = 'nothing' | 'saved' | 'refused' | 'forgotten';

/** Keeps the request on the device, after a word about shared computers; one tap forgets it. */
export function SaveRequest() {
  const { save: texts, cancel } = useMessages(book);
  const { draft, choice, chosen, language, skew } = useBooking();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<Said>('nothing');
  const saved = savedRequest(now(), skew);

  function save(): void {
    saveRequest(draft, choice, chosen.way?.questions ?? [], now());
    setSaid(savedRequest(now(), skew) ? 'saved' : 'refused');
    setAsking(false);
  }

  function forget(): void {
    forgetSavedRequest();
    setSaid('forgotten');
  }

  return (
    <>
      <Button kind="outline-primary" onClick={() => setAsking(true)}>
        {texts.button}
      </Button>
      <div className="save-said" role="status">
        {said === 'saved' && saved && <p>{texts.saved(formatShortDay(new Date(saved.keptUntil).toISOString(), language))}</p>}
        {said === 'refused' && <p>{texts.refused}</p>}
        {said === 'forgotten' && <p>{texts.forgotten}</p>}
        {saved && (
          <button type="button" className="plain-button" onClick={forget}>
            {texts.forget}
          </button>
        )}
      </div>
      {isAsking && (
        <Dialog title={texts.title} onClose={() => setAsking(false)}>
          <p>{texts.text}</p>
          <p>
            <strong>{texts.shared}</strong>
          </p>
          <div className="button-row">
            <Button onClick={save}>{texts.confirm}</Button>
            <Button kind="outline-primary" onClick={() => setAsking(false)}>
              {cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
