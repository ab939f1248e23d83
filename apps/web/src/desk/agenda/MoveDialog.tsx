import type { DeskAppointmentItem } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatDay, formatHours } from '../../format/dates.ts';
import { desk } from '../../messages/desk.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { nameIn } from './AppointmentCard.tsx';
import type { Moved } from './MovedNote.tsx';
import { canMove, durationOf, type Judgement, keepItem, presentItemOf, sendMove, type Target } from './moves.ts';
import type { Calendars } from './queries.ts';
import { instantAt } from './wall-time.ts';

export interface Question {
  readonly item: DeskAppointmentItem;
  readonly target: Target;
  /** Null where nothing is known of that day. */
  readonly judgement: Judgement | null;
}

interface Props {
  readonly question: Question;
  readonly calendars: Calendars;
  readonly onDone: (moved: Moved) => void;
  /** It stays where it was, and this is why. */
  readonly onRefused: (text: string) => void;
  readonly onClose: () => void;
}

/** Asked once: move and tell, move without telling, or not at all. What stands against it is said before. */
export function MoveDialog({ question, calendars, onDone, onRefused, onClose }: Props) {
  const { ask, moving, grid } = useMessages(deskAgenda);
  const { target, judgement } = question;
  // As somebody else left it meanwhile; the choice made here stays.
  const [newer, setNewer] = useState<DeskAppointmentItem | null>(null);
  const [mayBeOutside, setMayBeOutside] = useState(judgement?.isOutside ?? false);
  const item = newer ?? question.item;
  const placeNames = useAnswerSoon(places) ?? [];
  const nameOfPlace = (id: string | null) => placeNames.find((place) => place.id === id)?.name ?? '';
  const sending = useMutation({
    mutationFn: (tell: boolean) => sendMove({ item, target, placeId: judgement?.otherPlaceId ?? null, outsideHours: mayBeOutside, tell }),
    onSuccess: (moved, tell) => onDone({ item: moved, before: item, tell }),
    onError: (error) => {
      const present = presentItemOf(error);
      if (present) {
        keepItem(present);
        return setNewer(present);
      }
      if (problemOf(error) === 'slot-taken') return onRefused(moving.refusedTakenUnknown);
      if (problemOf(error) === 'slot-not-offered') setMayBeOutside(true);
    },
  });
  const problem = problemOf(sending.error);
  const isStuck = newer !== null && !canMove(newer);

  return (
    <Dialog title={ask.title} onClose={onClose}>
      <p>
        <strong>{nameIn(item, grid)}</strong>, {item.service_name}
      </p>
      {newer && (
        <Alert kind="warning" role="alert">
          <p>
            <strong>{ask.changedTitle}.</strong> {ask.changedNow} <NowStanding item={newer} calendars={calendars} />
          </p>
          <p className="mb-0">{isStuck ? ask.changedState : ask.changedKeep}</p>
        </Alert>
      )}
      <Facts
        facts={[
          { label: ask.from, value: <NowStanding item={question.item} calendars={calendars} /> },
          { label: ask.to, value: <strong><TargetStanding target={target} minutes={durationOf(item)} /></strong> },
        ]}
      />
      {(judgement?.isOutside || judgement?.isPast || judgement?.otherPlaceId || problem === 'slot-not-offered') && (
        <Alert kind="warning" role={problem === 'slot-not-offered' ? 'alert' : undefined}>
          {judgement?.isOutside && <p>{ask.outside}</p>}
          {judgement?.isPast && <p>{ask.past}</p>}
          {judgement?.otherPlaceId && <p>{ask.place(nameOfPlace(item.place_id), nameOfPlace(judgement.otherPlaceId))}</p>}
          {problem === 'slot-not-offered' && <p>{ask.notOffered}</p>}
        </Alert>
      )}
      {!item.has_email && <p>{ask.noEmail}</p>}
      {problem !== 'changed-meanwhile' && problem !== 'slot-not-offered' && problem !== 'slot-taken' && <Refusal error={sending.error} />}
      <div className="button-row">
        {!isStuck && (
          <>
            {item.has_email && (
              <Button wide busy={sending.isPending} onClick={() => sending.mutate(true)}>
                {ask.tell}
              </Button>
            )}
            <Button kind={item.has_email ? 'outline-primary' : 'primary'} wide busy={sending.isPending} onClick={() => sending.mutate(false)}>
              {ask.quiet}
            </Button>
          </>
        )}
        <Button kind="outline-primary" wide onClick={onClose}>
          {newer ? ask.leave : ask.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

/** When and with whom it is, and its state where that matters. */
function NowStanding({ item, calendars }: { readonly item: DeskAppointmentItem; readonly calendars: Calendars }) {
  const { ask } = useMessages(deskAgenda);
  const { states } = useMessages(desk);
  const language = useLanguage();
  const { starts_at, ends_at, calendar_ids, state } = item;
  const names = calendars.filter(({ id }) => calendar_ids.includes(id)).map(({ name }) => name);
  const when = starts_at && ends_at ? `${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}` : ask.noTime;
  return <>{[when, ...names, ...(canMove(item) ? [] : [states[state]])].join(', ')}</>;
}

function TargetStanding({ target: { day, minute, calendar }, minutes }: { readonly target: Target; readonly minutes: number }) {
  const language = useLanguage();
  const end = minute + minutes;
  return <>{[formatDay(day, language), formatHours(instantAt(day, minute), instantAt(day, end), language), calendar.name].join(', ')}</>;
}
