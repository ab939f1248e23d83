import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { lookOf } from './calendar-looks.ts';
import type { Calendars } from './queries.ts';

const mostNamed = 2;

interface Props {
  readonly calendars: Calendars;
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Which calendars are shown: each with its colour, its pattern and its name, and a way to its hours. */
export function CalendarChooser({ calendars, chosen, onChoose }: Props) {
  const { choose } = useMessages(deskAgenda);
  const mine = calendars.filter(({ is_mine }) => is_mine).map(({ id }) => id);

  function toggle(id: string, isShown: boolean): void {
    const next = isShown ? [...chosen, id] : chosen.filter((one) => one !== id);
    // In their usual order, whatever the order of the clicks.
    onChoose(calendars.map((calendar) => calendar.id).filter((one) => next.includes(one)));
  }

  // Few are named, so that nobody has to look which they are.
  const names = calendars.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const title = names.length <= mostNamed ? choose.named(names.join(', ')) : choose.title(names.length, calendars.length);

  return (
    <details className="agenda-chooser no-print">
      <summary>{title}</summary>
      <fieldset>
        <legend className="visually-hidden">{choose.legend}</legend>
        <ul className="plain-list">
          {calendars.map(({ id, name, is_mine, kind }) => (
            <li key={id}>
              <span className="form-check">
                <input
                  type="checkbox"
                  id={`calendar-${id}`}
                  checked={chosen.includes(id)}
                  // The last one stays: a page without a calendar shows nothing.
                  aria-disabled={(chosen.length === 1 && chosen.includes(id)) || undefined}
                  onChange={({ target }) => (target.checked || chosen.length > 1) && toggle(id, target.checked)}
                />
                <label htmlFor={`calendar-${id}`}>
                  <span className={`swatch look-${lookOf(calendars, id)}`} aria-hidden="true" /> {name}
                  {is_mine && <> ({choose.mine})</>}
                  {kind === 'thing' && <> ({choose.thing})</>}
                </label>
              </span>
              <a href={staffPaths.calendarHours(id)} aria-label={choose.hours(name)}>
                {choose.hoursShort}
              </a>
            </li>
          ))}
        </ul>
        <p className="agenda-choose-all">
          {mine.length > 0 && (
            <button type="button" className="plain-button" onClick={() => onChoose(mine)}>
              {choose.onlyMine}
            </button>
          )}
          <button type="button" className="plain-button" onClick={() => onChoose(calendars.map(({ id }) => id))}>
            {choose.all}
          </button>
        </p>
      </fieldset>
    </details>
  );
}
