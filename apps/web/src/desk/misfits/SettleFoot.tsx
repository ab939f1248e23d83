import { useState } from 'react';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldFrame.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { Decision } from './decisions.ts';

interface Props {
  readonly decisions: readonly Decision[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onReview: () => void;
}

/** One reason for all who are cancelled, and the way to what will happen. */
export function SettleFoot({ decisions, reason, onReason, onReview }: Props) {
  const texts = useMessages(deskMisfits);
  const [isTooEarly, setTooEarly] = useState(false);
  const cancelled = decisions.filter(({ resolution }) => resolution.does === 'cancel').length;
  const error = isTooEarly && decisions.length === 0 ? texts.nothingChosen : undefined;

  function review(): void {
    setTooEarly(decisions.length === 0);
    if (decisions.length > 0) onReview();
  }

  return (
    <div className="misfit-foot">
      {cancelled > 1 && <TextArea id="misfit-reason" label={texts.messageAll} help={texts.messageAllHelp} maxLength={500} rows={2} defaultValue={reason} onChange={onReason} />}
      <div role="alert">
        <FieldError id="misfit-review" error={error} />
      </div>
      <Button wide onClick={review}>
        {decisions.length > 0 ? `${texts.review} (${decisions.length})` : texts.review}
      </Button>
    </div>
  );
}
