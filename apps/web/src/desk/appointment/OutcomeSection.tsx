import type { DeskAppointment } from '@sportello/contract';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useAttendance } from '../attendance/AttendanceContext.tsx';

export function OutcomeSection({ shown, mayWork }: { readonly shown: DeskAppointment; readonly mayWork: boolean }) {
  const { outcome: texts } = useMessages(deskAppointmentPage);
  const { askOutcome } = useAttendance();
  const { outcome, next_step } = shown;
  const isWritten = Boolean(outcome ?? next_step);
  return (
    <section className="desk-section" aria-labelledby="outcome">
      <h2 id="outcome">{texts.title}</h2>
      {isWritten ? <Facts facts={[...(outcome ? [{ label: texts.outcome, value: outcome }] : []), ...(next_step ? [{ label: texts.nextStep, value: next_step }] : [])]} /> : <p>{texts.none}</p>}
      <p className="form-text">{texts.seen}</p>
      {mayWork && (
        <button type="button" className="row-button row-button-other" onClick={() => askOutcome(shown)}>
          {isWritten ? texts.change : texts.write}
        </button>
      )}
    </section>
  );
}
