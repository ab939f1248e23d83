import { ApiProblem, type Appointment } from '@sportello/contract';
import { common } from '../messages/common.ts';
import { manage } from '../messages/manage.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { sayTrouble, troubleOf } from '../trouble.ts';
import { Alert } from '../ui/Alert.tsx';
import { formatMoment } from './moment.ts';
import { OfficePhone } from './OfficePhone.tsx';

/** Why a change was not made, and the phone of who can still make it. */
export function Refusal({ error, office }: { readonly error: unknown; readonly office: Appointment['office'] }) {
  const { refusal } = useMessages(manage);
  const { trouble } = useMessages(common);
  const language = useLanguage();
  const until = error instanceof ApiProblem && error.problemName === 'too-late' ? error.problem?.until : null;
  const said = sayTrouble(troubleOf(error), trouble);
  return (
    <Alert kind="danger" role="alert">
      <h3>{until ? refusal.tooLate : said.title}</h3>
      {!until && <p>{said.text}</p>}
      <OfficePhone office={office} before={until ? refusal.tooLateText(formatMoment(until, language)) : refusal.callOffice} />
    </Alert>
  );
}
