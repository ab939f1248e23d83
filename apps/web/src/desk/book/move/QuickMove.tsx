import { useQuery } from '@tanstack/react-query';
import { formatDay, formatHour } from '../../../format/dates.ts';
import { dayAfter } from '../../../format/days.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type DeskWish, slotsWish } from '../desk-choice.ts';
import { freeStarts } from '../queries.ts';
import type { Target } from './move.ts';

interface Props {
  readonly wish: DeskWish;
  readonly appointmentId: string;
  readonly today: string;
  readonly isBusy: boolean;
  readonly onMove: (to: Target) => void;
}

/** Somebody calls: not today. The first free time from tomorrow on, with one press. */
export function QuickMove({ wish, appointmentId, today, isBusy, onMove }: Props) {
  const { move: texts } = useMessages(deskBook);
  const language = useLanguage();
  const { data } = useQuery(freeStarts({ ...slotsWish(wish), appointment_id: appointmentId }, dayAfter(today, 1))(language));
  const first = data?.items[0];
  return (
    <>
      <p>{texts.choose}</p>
      {first && (
        <div className="quick-move">
          <p>{texts.quickHelp}</p>
          <Button wide busy={isBusy} onClick={() => onMove({ starts_at: first.starts_at, place_id: first.place_id, calendar_id: wish.calendarId ?? null, outside_hours: false })}>
            {texts.quick(`${formatDay(first.starts_at, language)}, ${formatHour(first.starts_at, language)}`)}
          </Button>
        </div>
      )}
    </>
  );
}
