import { ApiProblem } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { now } from '../../clock.ts';
import { forgetInvitation } from '../../invite/invitation.ts';
import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { Live } from '../../ui/Live.tsx';
import { BookingFrame } from '../BookingFrame.tsx';
import { loadStep, useBookable } from '../booking.ts';
import { changeDraft, emptyTheDraft } from '../draft-store.ts';
import { heldFor } from '../held-time.ts';
import { HeldTime } from '../HeldTime.tsx';
import { refusedFields, stepOfField } from '../refusals.ts';
import { answeredQuestions, requestBody } from '../request-body.ts';
import { StepActions } from '../StepActions.tsx';
import { pathOfStep, stepBefore } from '../steps.ts';
import { fetchNewNotice } from './fetch-new-notice.ts';
import { useSendRequest } from './send-request.ts';
import { SendTrouble } from './SendTrouble.tsx';
import { SummaryBlocks } from './SummaryBlocks.tsx';
import { TermsDialog } from './TermsDialog.tsx';

export const loadSummary = loadStep('summary');

/** All on one screen, each part can be changed; then the conditions, then it goes. */
export function SummaryPage() {
  const { summary: texts } = useMessages(bookDone);
  const { draft, choice, bookable, union, language, skew } = useBookable();
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const sending = useSendRequest();
  const { hold, typed } = draft;

  function ask(event: { preventDefault: () => void }): void {
    event.preventDefault();
    // When the time has ended, its panel says what to do first.
    if (hold && heldFor(hold, now() + skew).isLive) setAsking(true);
  }

  function sendIt(): void {
    if (!hold) return;
    const body = requestBody({ holdId: hold.id, bookable, typed, language, notice: union.privacy_notice.version });
    sending.mutate({ hold, body }, { onSuccess: finish, onError: handle });
  }

  /** In place of this step, so that going back does not lead to a request that was sent. */
  async function finish(): Promise<void> {
    await navigate(paths.bookDone(), { replace: true });
    emptyTheDraft();
    forgetInvitation();
  }

  /** Leads to the step on which something must be mended. */
  async function handle(error: unknown): Promise<void> {
    setAsking(false);
    const name = error instanceof ApiProblem ? error.problemName : null;
    if (hold && (name === 'hold-expired' || name === 'not-found')) changeDraft({ hold: { ...hold, expires_at: new Date(0).toISOString() } });
    const refused = refusedFields(error, answeredQuestions(bookable.way.questions, typed));
    changeDraft({ refused });
    const step = Object.keys(refused).map(stepOfField)[0] ?? 'summary';
    if (step === 'start') await fetchNewNotice();
    if (step !== 'summary') await navigate(pathOfStep(step, choice));
  }

  return (
    <BookingFrame step="summary" hasFields={false}>
      <HeldTime />
      <p className="lead">{bookable.way.moderated ? texts.leadModerated : texts.lead}</p>
      <SummaryBlocks />
      <form onSubmit={ask}>
        {sending.isError && <SendTrouble error={sending.error} />}
        <StepActions backPath={pathOfStep(stepBefore('summary'), choice)} submit={texts.send} isBusy={sending.isPending} />
      </form>
      {isAsking && <TermsDialog terms={bookable.service.terms} isBusy={sending.isPending} onConfirm={sendIt} onClose={() => setAsking(false)} />}
      <Live text={sending.isPending ? texts.sending : ''} />
    </BookingFrame>
  );
}
