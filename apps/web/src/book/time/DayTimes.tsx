import type { Hold } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { formatDay, formatTime } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Live } from '../../ui/Live.tsx';
import { TileRadios } from '../../ui/TileRadios.tsx';
import { halvesOfDay, type Slot } from './group-slots.ts';

interface Props {
  /** The day whose times are shown; none is chosen yet when undefined. */
  readonly day: string | undefined;
  readonly slots: readonly Slot[];
  readonly own: Hold | null;
  readonly start: string | null;
  readonly onChoose: (start: string) => void;
}

/** The times of a day, morning and afternoon. The focus comes here when another day is chosen. */
export function DayTimes({ day, slots, own, start, onChoose }: Props) {
  const texts = useMessages(bookTime);
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(day);
  useEffect(() => {
    if (!day || shown.current === day) return;
    shown.current = day;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, [day]);
  const halves = halvesOfDay(slots);

  return (
    <>
      <Live text={day ? texts.shown(slots.length, formatDay(day, language)) : ''} />
      {day && (
        <div className="day-times">
          <h3 ref={heading} tabIndex={-1} data-quiet-focus>
            {texts.timesOf(formatDay(day, language))}
          </h3>
          {slots.length === 0 && <p>{texts.none.day}</p>}
          {(['morning', 'afternoon'] as const).map(
            (half) =>
              halves[half].length > 0 && (
                <TileRadios key={half} legend={texts[half]} name="time" tiles={halves[half].map((slot) => ({ value: slot.starts_at, label: <Time slot={slot} own={own} /> }))} value={start} onChange={onChoose} />
              ),
          )}
        </div>
      )}
    </>
  );
}

function Time({ slot, own }: { readonly slot: Slot; readonly own: Hold | null }) {
  const texts = useMessages(bookTime);
  return (
    <>
      <strong>{formatTime(slot.starts_at)}</strong>
      {own?.starts_at === slot.starts_at && <small> {texts.yours}</small>}
    </>
  );
}
