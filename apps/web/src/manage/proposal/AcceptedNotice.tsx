import type { Appointment } from '@sportello/contract';
import { manageProposal } from '../../messages/manage-proposal.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';

/** What accepting has done. */
export function AcceptedNotice({ shown }: { readonly shown: Appointment }) {
  const { accepted: texts } = useMessages(manageProposal);
  return (
    <Alert kind="success">
      <p>{texts.text}</p>
      {shown.person.email && <p>{texts.mail}</p>}
    </Alert>
  );
}
