import { useEffect, useState, useSyncExternalStore } from 'react';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Toast, ToastAction } from '../../ui/Toast.tsx';
import { useNameOf } from '../name-of.ts';
import type { Done } from './attendance.ts';
import { useAttendance } from './AttendanceContext.tsx';
import { focusRow } from './keep-focus.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';

/** At the foot of the screen for some seconds: what was done, and the way back. And the form for how it went, when it is asked for. */
export function AttendanceFoot() {
  const { watch, asked: readAsked, askOutcome, finish } = useAttendance();
  const asked = useSyncExternalStore(watch, readAsked);
  const nameOf = useNameOf();
  return (
    <>
      <DoneBar />
      {asked && (
        <OutcomeDialog
          id={asked.id}
          name={nameOf(asked)}
          onClose={() => askOutcome(null)}
          onSaved={(item) => {
            askOutcome(null);
            finish({ what: 'outcome', item, backTo: null });
          }}
        />
      )}
    </>
  );
}

function DoneBar() {
  const { watch, done: read } = useAttendance();
  const done = useSyncExternalStore(watch, read);
  return done && <DoneToast key={`${done.what} ${done.item.id} ${done.item.revision}`} done={done} />;
}

const shownMilliseconds = 12_000;

function DoneToast({ done: { what, item, backTo } }: { readonly done: Done }) {
  const { done: texts, outcomeForm } = useMessages(deskToday);
  const { mark, finish, askOutcome } = useAttendance();
  const [isHeld, setHeld] = useState(false);
  const name = useNameOf()(item);
  const said = what === 'outcome' ? outcomeForm.saved(name) : texts[what](name);

  // Longer while somebody is at it.
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => finish(null), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [isHeld, finish]);

  return (
    <Toast text={said} closeLabel={texts.close} onClose={() => finish(null)} onHold={setHeld}>
      {backTo && (
        <ToastAction label={texts.undoOf(said)} onClick={() => undo(backTo)}>
          {texts.undo}
        </ToastAction>
      )}
      {what === 'served' && <ToastAction onClick={() => askOutcome(item)}>{texts.writeOutcome}</ToastAction>}
    </Toast>
  );

  function undo(to: NonNullable<Done['backTo']>): void {
    finish(null);
    void mark(item, to);
    // The button is gone: the person's own row is where one goes on.
    requestAnimationFrame(() => focusRow({ row: item.id, action: 'main' }, document.querySelector('main')));
  }
}
