import { type DayOfSlots, halvesOfDay, type Slot } from '../../book/time/group-slots.ts';
import { formatTime } from '../../format/dates.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

interface Props extends DayOfSlots {
  readonly onChoose: (slot: Slot) => void;
}

/** The free times of one day, the morning's and the afternoon's. */
export function TimeChoice({ day, slots, onChoose }: Props) {
  const texts = useMessages(manageMove);
  const { morning, afternoon } = halvesOfDay(slots);
  return (
    <>
      {[{ name: 'morning' as const, times: morning }, { name: 'afternoon' as const, times: afternoon }]
        .filter(({ times }) => times.length > 0)
        .map(({ name, times }) => (
          <div className="time-group" key={name} role="group" aria-labelledby={`${day}-${name}`}>
            <h3 id={`${day}-${name}`}>{texts[name]}</h3>
            <ul className="time-list">
              {times.map((slot) => (
                <li key={slot.starts_at}>
                  <button type="button" className="btn btn-outline-primary" onClick={() => onChoose(slot)}>
                    {formatTime(slot.starts_at)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}
