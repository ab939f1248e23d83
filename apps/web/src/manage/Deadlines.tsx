import type { Appointment } from '@sportello/contract';
import { manage } from '../messages/manage.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { formatMoment } from './moment.ts';
import { OfficePhone } from './OfficePhone.tsx';

interface Props {
  readonly office: Appointment['office'];
  readonly moveUntil: string | null;
  readonly cancelUntil: string | null;
}

/** Until when one can do it here, and what to do afterwards. */
export function Deadlines({ office, moveUntil, cancelUntil }: Props) {
  const { actions } = useMessages(manage);
  const language = useLanguage();
  const canChange = moveUntil !== null || cancelUntil !== null;
  return (
    <div className="deadlines">
      {canChange ? (
        <>
          <p>{moveUntil ? actions.moveUntil(formatMoment(moveUntil, language)) : actions.noMove}</p>
          <p>{cancelUntil ? actions.cancelUntil(formatMoment(cancelUntil, language)) : actions.noCancel}</p>
        </>
      ) : (
        <p>{actions.noChange}</p>
      )}
      <OfficePhone office={office} before={canChange ? actions.afterwards : actions.callOffice} />
    </div>
  );
}
