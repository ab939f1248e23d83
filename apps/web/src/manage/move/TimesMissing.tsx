import type { Appointment } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { OfficePhone } from '../OfficePhone.tsx';
import { lookAgain } from '../queries.ts';

/** The free times did not come; the appointment is as it was. */
export function TimesMissing({ office }: { readonly office: Appointment['office'] }) {
  const { trouble, retry } = useMessages(common);
  const { callOffice } = useMessages(manageMove);
  return (
    <Alert kind="danger" role="alert">
      <h2>{trouble.offline.title}</h2>
      <p>{trouble.offline.text}</p>
      <Button onClick={() => void lookAgain()}>{retry}</Button>
      <OfficePhone office={office} before={callOffice} />
    </Alert>
  );
}
