import { createRetentionHold } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { staff } from '../../messages/staff.ts';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { readRetentionAgain } from './queries.ts';

/** Keeps one person beyond the time; which one stands in the address, by its id. */
export function HoldForm({ personId, onSaid }: { readonly personId: string; readonly onSaid: (text: string) => void }) {
  const { holds: texts } = useMessages(retention);
  const { unsaved } = useMessages(staff);
  const form = useForm({
    initial: { until: '', reason: '' },
    check: ({ until, reason }): Record<string, string> => ({ ...(!until && { until: texts.missing.until }), ...(reason.trim().length < 3 && { reason: texts.missing.reason }) }),
    send: ({ until, reason }) => staffCall(createRetentionHold, { body: { person_id: personId, until, reason: reason.trim() } }),
    onDone: async () => {
      await readRetentionAgain();
      onSaid(texts.saved);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);
  return (
    <form noValidate onSubmit={form.submit} className="retention-hold">
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <TextField {...form.field('until')} type="date" label={texts.until} help={texts.untilHelp} required autoComplete="off" />
      <TextField {...form.field('reason')} label={texts.reason} help={texts.reasonHelp} required autoComplete="off" maxLength={200} />
      <Button type="submit" busy={form.isBusy}>
        {texts.save}
      </Button>
    </form>
  );
}
