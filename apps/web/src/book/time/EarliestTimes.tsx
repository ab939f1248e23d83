import { formatShortDay, formatTime } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { TileRadios } from '../../ui/TileRadios.tsx';
import type { Slot } from './group-slots.ts';
import { formatWeekday } from './weekday.ts';

interface Props {
  readonly slots: readonly Slot[];
  readonly start: string | null;
  readonly onChoose: (start: string) => void;
}

const howMany = 5;

/** For whoever takes the first time that is free. */
export function EarliestTimes({ slots, start, onChoose }: Props) {
  const texts = useMessages(bookTime);
  const language = useLanguage();
  if (slots.length === 0) return null;
  return (
    <TileRadios
      legend={texts.earliest}
      help={`${texts.earliestHelp} ${texts.zone}`}
      name="earliest"
      wide
      tiles={slots.slice(0, howMany).map(({ starts_at }) => ({
        value: starts_at,
        label: (
          <>
            {formatWeekday(starts_at, language)} {formatShortDay(starts_at, language)} <strong>{formatTime(starts_at)}</strong>
          </>
        ),
      }))}
      value={start}
      onChange={onChoose}
    />
  );
}
