import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { now } from '../../clock.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { clockSkew } from '../../session/desk-clock.ts';
import { detailOf } from '../../staff/staff-call.ts';
import { Toast, ToastAction } from '../../ui/Toast.tsx';
import { forgetSaved, type SavedNote, takeBack, useSaved } from './undo.ts';

/** On every page of the desk: what was saved, and for a minute the way back. */
export function UndoBar() {
  const note = useSaved();
  return note && <Offer key={note.saved.id} note={note} />;
}

const everyMilliseconds = 500;
/** How long the word that all is back stays, in milliseconds. */
const readingTime = 15_000;

function Offer({ note }: { readonly note: SavedNote }) {
  const { undo } = useMessages(deskHours);
  const undoing = useMutation({ mutationFn: () => takeBack(note) });
  const seconds = useSecondsUntil(note.saved.undo_until);
  const isOver = seconds === 0 && undoing.isIdle;

  useEffect(() => {
    if (isOver) forgetSaved();
  }, [isOver]);
  useEffect(() => {
    if (!undoing.isSuccess) return;
    const timer = setTimeout(forgetSaved, readingTime);
    return () => clearTimeout(timer);
  }, [undoing.isSuccess]);

  return (
    <Toast text={text()} isWrong={undoing.isError} closeLabel={undo.close} onClose={forgetSaved}>
      {(undoing.isIdle || undoing.isPending) && (
        <ToastAction busy={undoing.isPending} onClick={() => undoing.mutate()}>
          {undo.undo}
          {/* The minute was said once; a count that is read out every second would be noise. */}
          <span aria-hidden="true" className="toast-left">
            {undo.left(seconds)}
          </span>
        </ToastAction>
      )}
    </Toast>
  );

  function text(): string {
    if (undoing.isSuccess) return undo.undone;
    if (undoing.error) return `${undo.failed} ${detailOf(undoing.error)}`;
    return `${note.text} ${undo.minute}`;
  }
}

/** Whole seconds by the clock of the desk; 0 once it is over. */
function useSecondsUntil(instant: string): number {
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(instant) - at - skew) / 1000));
}
