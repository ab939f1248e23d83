import { deskRequests } from '../../messages/desk-requests.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';

/** Why the answer did not count. */
export function DecisionTrouble({ error }: { readonly error: Error | null }) {
  const texts = useMessages(deskRequests);
  const problem = problemOf(error);
  if (problem === 'changed-meanwhile') return <Refusal error={error} text={texts.changed} />;
  return <Refusal error={error} text={problem === 'state-conflict' || problem === 'not-found' ? texts.gone : undefined} />;
}
