import { approveDeskRequest, type PendingItem } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { deskRequests } from '../../messages/desk-requests.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { useDecision } from './decide.ts';
import { DecisionTrouble } from './DecisionTrouble.tsx';

interface Props {
  readonly request: PendingItem;
  readonly name: string;
  readonly when: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The message leaves at once, so it is asked once more, in place. */
export function Approval({ request: { id, revision }, name, when, onBack, onDone }: Props) {
  const texts = useMessages(deskRequests);
  const question = useRef<HTMLDivElement>(null);
  const approving = useDecision(() => staffCall(approveDeskRequest, { params: { appointment_id: id }, body: { revision } }), onDone);

  useEffect(() => question.current?.querySelector('button')?.focus(), []);

  return (
    <div className="request-answer" ref={question} role="group" aria-label={texts.approve}>
      <p>{texts.confirmApprove(name, when)}</p>
      <DecisionTrouble error={approving.error} />
      <div className="button-row">
        <Button busy={approving.isPending} onClick={() => approving.mutate(undefined)}>
          {texts.confirmAction}
        </Button>
        <Button kind="outline-primary" onClick={onBack}>
          {texts.back}
        </Button>
      </div>
    </div>
  );
}
