import { formatDay, formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { desk } from '../../messages/desk.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { FieldError } from '../../ui/FieldFrame.tsx';
import { type BulkWay, bulkWays, chooseForAll, type Choices, choicesFor, chosenFor, type Touched } from './resolutions.ts';
import { useSayChoice } from './say-choice.ts';

interface Props {
  readonly id: string;
  readonly touched: readonly Touched[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** The one that stood in the way of saving, and why. */
  readonly wrongId: string | null;
  readonly wrongText: string;
}

/** Each touched appointment with what becomes of it: one list of choices a row, the best one chosen already. */
export function TouchedRows({ id, touched, choices, onChoose, wrongId, wrongText }: Props) {
  const { impact: texts } = useMessages(deskHours);
  const bulk: Readonly<Record<BulkWay, string>> = { move: texts.allMove, reassign: texts.allReassign, cancel: texts.allCancel, leave: texts.allLeave };
  return (
    <div role="group" aria-labelledby={`${id}-touched`}>
      <p id={`${id}-touched`} className="touched-title">
        {texts.title}
      </p>
      {touched.length > 1 && (
        <p className="touched-bulk">
          {texts.all}
          {bulkWays.map((way) => (
            <button key={way} type="button" className="plain-button" onClick={() => onChoose(chooseForAll(touched, choices, way))}>
              {bulk[way]}
            </button>
          ))}
        </p>
      )}
      <ol className="touched-rows">
        {touched.map((one) => (
          <TouchedRow key={one.appointment.id} id={`${id}-${one.appointment.id}`} touched={one} choices={choices} onChoose={onChoose} wrong={one.appointment.id === wrongId ? wrongText : undefined} />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly touched: Touched;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly wrong: string | undefined;
}

function TouchedRow({ id, touched, choices, onChoose, wrong }: RowProps) {
  const { impact: texts } = useMessages(deskHours);
  const { channels } = useMessages(common);
  const { day: dayTexts } = useMessages(desk);
  const language = useLanguage();
  const say = useSayChoice();
  const { appointment, proposals } = touched;
  const chosen = chosenFor(touched, choices);
  const name = appointment.person?.name ?? dayTexts.nobody;
  const when = appointment.starts_at ? `${formatDay(appointment.starts_at, language)}, ${formatTime(appointment.starts_at)}` : '';
  const change = (next: Partial<typeof chosen>) => onChoose({ ...choices, [appointment.id]: { ...chosen, ...next } });

  return (
    <li className={wrong ? 'is-wrong' : undefined}>
      <div className="touched-who">
        <a href={staffPaths.appointment(appointment.id)}>
          <strong>{name}</strong>
        </a>
        <span>{when}</span>
        <span>
          {appointment.service_name}, {channels[appointment.channel]}
          {!appointment.has_email && <strong> ({texts.noEmail})</strong>}
        </span>
      </div>
      <div className="touched-what">
        <label className="visually-hidden" htmlFor={id}>
          {texts.whatOf(name, when)}
        </label>
        <select id={id} className="form-select" value={chosen.choice} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-error` : undefined} onChange={({ target }) => change({ choice: target.value })}>
          {choicesFor(touched).map((choice) => (
            <option key={choice} value={choice}>
              {say(touched, choice)}
            </option>
          ))}
        </select>
        <FieldError id={id} error={wrong} />
        {proposals.length === 0 && <span className="form-text">{texts.noProposals}</span>}
        {chosen.choice === 'cancel' && (
          <>
            <label htmlFor={`${id}-message`} className="touched-message">
              {texts.message} <span className="form-text">{texts.messageHelp}</span>
            </label>
            <textarea id={`${id}-message`} className="form-control" rows={2} maxLength={500} value={chosen.message} onChange={({ target }) => change({ message: target.value })} />
          </>
        )}
      </div>
    </li>
  );
}
