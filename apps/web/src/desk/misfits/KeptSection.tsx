import { type MisfitList, unkeepMisfit } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { formatDay, formatTime } from '../../format/dates.ts';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useNameOf } from '../name-of.ts';
import { readMisfitsAgain } from './queries.ts';

/** Those that take place all the same, by whose decision; and the way back from it. */
export function KeptSection({ kept, mayWork }: { readonly kept: MisfitList['kept']; readonly mayWork: boolean }) {
  const { kept: texts } = useMessages(deskMisfits);
  const language = useLanguage();
  const nameOf = useNameOf();
  const deciding = useMutation({ mutationFn: (id: string) => staffCall(unkeepMisfit, { params: { appointment_id: id } }), onSuccess: readMisfitsAgain });
  return (
    <>
      <Refusal error={deciding.error} />
      <Done text={deciding.isSuccess ? texts.back : null} />
      {kept.length > 0 && (
        <details className="record-apart">
          <summary>
            {texts.title} ({kept.length})
          </summary>
          <p className="form-text">{texts.text}</p>
          <ul className="row-list">
            {kept.map(({ appointment, staff_name, at }) => {
              const [name, when] = [nameOf(appointment), appointment.starts_at ? `${formatDay(appointment.starts_at, language)}, ${formatTime(appointment.starts_at)}` : ''];
              return (
                <li key={appointment.id}>
                  <span className="row-main">
                    <a href={staffPaths.appointment(appointment.id)}>{name}</a>, {when}
                    <span className="row-facts">{texts.by(staff_name ?? texts.nobody, formatMoment(at, language))}</span>
                  </span>
                  {mayWork && (
                    <span className="row-actions">
                      <button type="button" className="plain-button" aria-label={texts.againOf(name, when)} onClick={() => !deciding.isPending && deciding.mutate(appointment.id)}>
                        {texts.again}
                      </button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}
