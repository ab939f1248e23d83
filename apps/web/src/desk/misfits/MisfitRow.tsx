import { useAnswerSoon } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatDay, formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { type Choices, choicesFor } from '../hours/resolutions.ts';
import { useSayChoice } from '../hours/say-choice.ts';
import { useNameOf } from '../name-of.ts';
import { decidedFor, type Listed } from './decisions.ts';

interface Props {
  readonly listed: Listed;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly mayWork: boolean;
}

/** Who, when and why; and what becomes of it, which is nothing until somebody chooses. */
export function MisfitRow({ listed, choices, onChoose, mayWork }: Props) {
  const texts = useMessages(deskMisfits);
  const { impact } = useMessages(deskHours);
  const { channels } = useMessages(common);
  const language = useLanguage();
  // Soon: a page that waits for it would lose the focus.
  const placeNames = useAnswerSoon(places) ?? [];
  const say = useSayChoice();
  const { appointment, why, proposals } = listed;
  const id = `misfit-${appointment.id}`;
  const name = useNameOf()(appointment);
  const when = appointment.starts_at ? `${formatDay(appointment.starts_at, language)}, ${formatTime(appointment.starts_at)}` : '';
  const chosen = decidedFor(listed, choices);
  const message = choices[appointment.id]?.message ?? '';
  const place = placeNames.find((one) => one.id === appointment.place_id)?.name;
  const mayMove = appointment.state !== 'arrived';

  return (
    <li>
      <div className="touched-who">
        <a href={staffPaths.appointment(appointment.id)}>
          <strong>{name}</strong>
        </a>
        <span>{when}</span>
        <span>
          {[appointment.service_name, channels[appointment.channel], place].filter(Boolean).join(', ')}
          {!appointment.has_email && <strong> ({impact.noEmail})</strong>}
        </span>
        <span className="form-text">{texts.whys[why]}</span>
      </div>
      {mayWork && (
        <div className="touched-what">
          <label className="visually-hidden" htmlFor={id}>
            {impact.whatOf(name, when)}
          </label>
          <select id={id} className="form-select" value={chosen?.choice ?? 'later'} onChange={({ target }) => onChoose({ ...choices, [appointment.id]: { choice: target.value, message } })}>
            <option value="later">{texts.later}</option>
            {choicesFor(listed).map((choice) => (
              <option key={choice} value={choice}>
                {say(listed, choice)}
              </option>
            ))}
          </select>
          {proposals.length === 0 && mayMove && <span className="form-text">{impact.noProposals}</span>}
          {mayMove && (
            <a className="misfit-other" href={staffPaths.moveAppointment(appointment.id)} aria-label={texts.otherOf(name, when)}>
              {texts.other}
            </a>
          )}
          {chosen?.choice === 'cancel' && (
            <>
              <label htmlFor={`${id}-message`} className="touched-message">
                {impact.message} <span className="form-text">{impact.messageHelp}</span>
              </label>
              <textarea
                id={`${id}-message`}
                className="form-control"
                rows={2}
                maxLength={500}
                value={message}
                onChange={({ target }) => onChoose({ ...choices, [appointment.id]: { choice: 'cancel', message: target.value } })}
              />
            </>
          )}
        </div>
      )}
    </li>
  );
}
