import { formatDay, formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { sayTrouble, troubleOf } from '../../trouble.ts';
import { Alert } from '../../ui/Alert.tsx';
import { useNameOf } from '../name-of.ts';
import type { Settled } from './use-settling.ts';

/** What was done, and what could not be done, and why. */
export function SettledNote({ settled: { done, failures } }: { readonly settled: Settled }) {
  const texts = useMessages(deskMisfits);
  const { trouble } = useMessages(common);
  const language = useLanguage();
  const nameOf = useNameOf();
  return (
    <>
      <Done text={done > 0 ? texts.done(done) : null} />
      {failures.length > 0 && (
        <Alert kind="warning" role="alert">
          <p>{texts.failed(failures.length)}</p>
          <ul className="mb-0">
            {failures.map(({ listed: { appointment }, error }) => (
              <li key={appointment.id}>
                <a href={staffPaths.appointment(appointment.id)}>{nameOf(appointment)}</a>
                {appointment.starts_at && `, ${formatDay(appointment.starts_at, language)}, ${formatTime(appointment.starts_at)}`}: {sayWhy(error)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );

  function sayWhy(error: unknown): string {
    const problem = problemOf(error);
    if (problem === 'slot-taken' || problem === 'slot-not-offered') return texts.failures.taken;
    if (problem === 'changed-meanwhile') return texts.failures.changed;
    if (problem === 'state-conflict') return texts.failures.state;
    return sayTrouble(troubleOf(error), trouble).text;
  }
}
