import { useState, useSyncExternalStore } from 'react';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNameOf } from '../name-of.ts';
import { useAttendance, useDone } from './AttendanceContext.tsx';
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
  const { done: texts, outcomeForm } = useMessages(deskToday);
  const { mark, finish, askOutcome } = useAttendance();
  const [isHeld, setHeld] = useState(false);
  const done = useDone(isHeld);
  const nameOf = useNameOf();
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false), onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  const name = done ? nameOf(done.item) : '';
  const said = done ? (done.what === 'outcome' ? outcomeForm.saved(name) : texts[done.what](name)) : '';

  return (
    <div className={done ? 'done-bar' : undefined} {...hold}>
      <p role="status">{said}</p>
      {done?.backTo && (
        <button type="button" aria-label={texts.undoOf(said)} onClick={() => undo(done.backTo)}>
          {texts.undo}
        </button>
      )}
      {done?.what === 'served' && (
        <button type="button" onClick={() => askOutcome(done.item)}>
          {texts.writeOutcome}
        </button>
      )}
      {done && (
        <button type="button" className="done-bar-close" aria-label={texts.close} onClick={() => finish(null)}>
          <Icon name="close" size="sm" color="white" />
        </button>
      )}
    </div>
  );

  function undo(to: NonNullable<typeof done>['backTo']): void {
    if (!done || !to) return;
    finish(null);
    void mark(done.item, to);
    // The button is gone: the person's own row is where one goes on.
    requestAnimationFrame(() => focusRow({ row: done.item.id, action: 'main' }, document.querySelector('main')));
  }
}
