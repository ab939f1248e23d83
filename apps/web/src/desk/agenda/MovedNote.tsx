import type { DeskAppointmentItem } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatDay, formatTime } from '../../format/dates.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Toast, ToastAction } from '../../ui/Toast.tsx';
import { nameIn } from './AppointmentCard.tsx';
import { moveBack } from './moves.ts';

export interface Moved {
  readonly item: DeskAppointmentItem;
  readonly before: DeskAppointmentItem;
  readonly tell: boolean;
}

/** How long moving back is offered, in milliseconds: enough to read the note and reach its button by keyboard. */
const offeredFor = 30_000;

/** Says where an appointment went, and offers to put it back. */
export function MovedNote({ moved, onOver }: { readonly moved: Moved | null; readonly onOver: () => void }) {
  return moved && <Offer key={`${moved.item.id} ${moved.item.revision}`} moved={moved} onOver={onOver} />;
}

function Offer({ moved, onOver }: { readonly moved: Moved; readonly onOver: () => void }) {
  const { done, grid } = useMessages(deskAgenda);
  const language = useLanguage();
  const [isLooked, setLooked] = useState(false);
  const back = useMutation({ mutationFn: () => moveBack(moved) });
  const { item, tell } = moved;

  // Whoever is at the button is given all the time.
  useEffect(() => {
    if (isLooked) return;
    const timer = setTimeout(onOver, offeredFor);
    return () => clearTimeout(timer);
  }, [isLooked, onOver, back.status]);

  return (
    <Toast text={text()} isWrong={back.isError} closeLabel={done.close} onClose={onOver} onHold={setLooked}>
      {(back.isIdle || back.isPending) && (
        <ToastAction busy={back.isPending} onClick={() => back.mutate()}>
          {done.undo}
        </ToastAction>
      )}
    </Toast>
  );

  function text(): string {
    if (back.isSuccess) return done.undone;
    if (back.isError) return done.undoFailed;
    const where = item.starts_at ? done.moved(nameIn(item, grid), formatDay(item.starts_at, language), formatTime(item.starts_at)) : '';
    return `${where} ${tell ? done.told : done.quiet}`;
  }
}
