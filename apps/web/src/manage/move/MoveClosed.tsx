import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { service } from '../../directory.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { OfficePhone } from '../OfficePhone.tsx';

/** The term is over, or the appointment is: who can still do something answers the phone. */
export function MoveClosed({ shown }: { readonly shown: Appointment }) {
  const texts = useMessages(manageMove);
  const rules = useAnswerSoon(service(shown.service.id))?.channels.find(({ channel }) => channel === shown.channel);
  return (
    <Alert kind="warning">
      <h2>{texts.closed}</h2>
      {rules && rules.move_cutoff_minutes >= 60 && <p>{texts.closedRule(texts.hours(Math.round(rules.move_cutoff_minutes / 60)))}</p>}
      <OfficePhone office={shown.office} before={texts.callOffice} />
    </Alert>
  );
}
