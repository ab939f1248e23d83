import { type KeyboardEvent, useRef, useState } from 'react';
import { type DayOfSlots, halvesOfDay } from '../../../book/time/group-slots.ts';
import { formatDay, formatTime } from '../../../format/dates.ts';
import { dayAfter } from '../../../format/days.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import type { Slot } from '../queries.ts';
import { shortWeekday } from './short-weekday.ts';

interface Props {
  readonly days: readonly DayOfSlots[];
  readonly today: string;
  readonly chosen: string | null;
  readonly busy: string | null;
  readonly onChoose: (slot: Slot) => void;
}

/** A column for each day. One stop for the Tab key: arrows lead from time to time, and to the same hour of the next day. */
export function TimeGrid({ days, today, chosen, busy, onChoose }: Props) {
  const { times: texts } = useMessages(deskBook);
  const language = useLanguage();
  const [reached, setReached] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const all = days.flatMap(({ slots }) => slots);
  const stop = all.find(({ starts_at }) => starts_at === (reached ?? chosen)) ?? all[0];

  function go(event: KeyboardEvent): void {
    const target = stop && targetOf(event.key, stop, days);
    if (!target) return;
    event.preventDefault();
    setReached(target.starts_at);
    grid.current?.querySelector<HTMLElement>(`[data-start="${target.starts_at}"]`)?.focus();
  }

  return (
    <div ref={grid} className="time-grid" role="toolbar" aria-label={texts.title} aria-describedby="time-keys" onKeyDown={go}>
      <p id="time-keys" className="visually-hidden">
        {texts.keys}
      </p>
      {days.map(({ day, slots }) => (
        <div key={day} className="time-day" role="group" aria-label={formatDay(day, language)}>
          <p className="time-day-name" aria-hidden="true">
            <strong>{shortWeekday(day, language)}</strong> {nearness(day)}
          </p>
          {Object.entries(halvesOfDay(slots)).map(([half, ofHalf]) => (
            <div key={half} className="time-tiles">
              {ofHalf.map(tile)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );

  function tile(slot: Slot) {
    const { starts_at } = slot;
    return (
      <button
        key={starts_at}
        type="button"
        data-start={starts_at}
        className="time-tile"
        tabIndex={slot === stop ? 0 : -1}
        aria-pressed={starts_at === chosen}
        aria-disabled={busy !== null || undefined}
        aria-label={texts.choose(formatTime(starts_at), formatDay(starts_at, language))}
        onFocus={() => setReached(starts_at)}
        onClick={() => busy === null && onChoose(slot)}
      >
        {formatTime(starts_at)}
      </button>
    );
  }

  function nearness(day: string): string {
    if (day === today) return texts.today;
    return day === dayAfter(today, 1) ? texts.tomorrow : '';
  }
}

/** Where a key leads from a time; undefined where it leads nowhere. */
function targetOf(key: string, from: Slot, days: readonly DayOfSlots[]): Slot | undefined {
  const column = days.findIndex(({ slots }) => slots.includes(from));
  const row = days[column]?.slots.indexOf(from) ?? 0;
  const all = days.flatMap(({ slots }) => slots);
  switch (key) {
    case 'ArrowDown':
      return all[all.indexOf(from) + 1];
    case 'ArrowUp':
      return all[all.indexOf(from) - 1];
    case 'ArrowRight':
      return sameRow(days[column + 1], row);
    case 'ArrowLeft':
      return sameRow(days[column - 1], row);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

function sameRow(day: DayOfSlots | undefined, row: number): Slot | undefined {
  return day?.slots[Math.min(row, day.slots.length - 1)];
}
