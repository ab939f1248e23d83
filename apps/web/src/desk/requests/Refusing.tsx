import { type PendingItem, refuseDeskRequest } from '@sportello/contract';
import { useEffect, useId, useState } from 'react';
import { deskRequests } from '../../messages/desk-requests.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useDecision } from './decide.ts';
import { DecisionTrouble } from './DecisionTrouble.tsx';

interface Props {
  readonly request: PendingItem;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** With the reason, which the person reads. */
export function Refusing({ request: { id, revision }, onBack, onDone }: Props) {
  const texts = useMessages(deskRequests);
  const field = useId();
  const [reason, setReason] = useState('');
  const refusing = useDecision(() => staffCall(refuseDeskRequest, { params: { appointment_id: id }, body: { revision, reason: reason.trim() || null } }), onDone);

  useEffect(() => document.getElementById(field)?.focus(), [field]);

  return (
    <form
      className="request-answer"
      aria-label={texts.refuse}
      onSubmit={(event) => {
        event.preventDefault();
        if (!refusing.isPending) refusing.mutate(undefined);
      }}
    >
      <TextArea id={field} name="reason" label={texts.refuseTitle} help={texts.refuseHelp} rows={2} maxLength={500} onChange={setReason} />
      <DecisionTrouble error={refusing.error} />
      <div className="button-row">
        <Button type="submit" kind="danger" busy={refusing.isPending}>
          {texts.refuseAction}
        </Button>
        <Button kind="outline-primary" onClick={onBack}>
          {texts.back}
        </Button>
      </div>
    </form>
  );
}
