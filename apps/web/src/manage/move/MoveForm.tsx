import type { Alternative, Appointment } from '@sportello/contract';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { Compare } from './Compare.tsx';
import { DayChoice } from './DayChoice.tsx';
import { isTimeGone, useMove } from './move.ts';
import { useMoveView } from './move-view.ts';
import { NoTimes } from './NoTimes.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { TimeGone } from './TimeGone.tsx';
import { TimesMissing } from './TimesMissing.tsx';

interface Props {
  readonly shown: Appointment;
  /** Epoch milliseconds by the clock of the desk. */
  readonly now: number;
}

/** First choosing, then comparing old and new. */
export function MoveForm({ shown, now }: Props) {
  const moving = useMove(shown);
  const { view, show, place, free } = useMoveView(shown, now);
  const error = moving.error;

  function choose({ starts_at, place_id }: Alternative): void {
    moving.reset();
    show({ start: starts_at, place: place_id ?? undefined });
  }

  function chooseAnother(): void {
    moving.reset();
    show({});
  }

  if (free.is === 'waiting') return <PageWaiting />;
  if (free.is === 'missing') return <TimesMissing office={shown.office} />;
  if (isTimeGone(error)) return <TimeGone problem={error} shown={shown} onChoose={choose} onBack={chooseAnother} />;
  const chosen = moving.isPending ? moving.variables : free.chosen;
  if (chosen) return <Compare shown={shown} chosen={chosen} isMoving={moving.isPending} refusal={error} onConfirm={() => moving.mutate(chosen)} onBack={chooseAnother} />;
  return (
    <>
      <PlaceChoice shown={shown} value={place} onChoose={(id) => show({ place: id, day: undefined })} />
      {free.days.length === 0 ? (
        <NoTimes next={free.next} office={shown.office} onLater={(day) => show({ from: day, day })} />
      ) : (
        <DayChoice days={free.days} open={view.day ?? null} isChosenGone={view.start !== undefined} onToggle={(day) => show({ day: day === view.day ? undefined : day })} onChoose={choose} />
      )}
    </>
  );
}
