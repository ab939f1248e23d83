import { changeWebhook, type Webhook } from '@sportello/contract';
import { useState } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { systems } from '../../messages/systems.ts';
import { Done } from '../../staff/Done.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { hookBodyOf, HookFields, type HookValues, mistakesInHook } from './HookFields.tsx';
import { keepWebhook } from './queries.ts';

/** What is set of one system that is told. */
export function HookForm({ hook }: { readonly hook: Webhook }) {
  const { newHook: texts, newKey, hook: words } = useMessages(systems);
  const { unsaved } = useMessages(staff);
  // As the person saw it when they began: only what differs from it is sent.
  const [known, setKnown] = useState(hook);
  const form = useForm<HookValues, Webhook>({
    initial: valuesOf(hook),
    check: (values) => mistakesInHook(values, texts, newKey.officesMissing),
    send: (values) => staffCall(changeWebhook, { params: { webhook_id: hook.id }, body: { revision: hook.revision, ...changeOf(known, values) } }),
    onDone: (changed) => {
      setKnown(changed);
      keepWebhook(changed);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);
  return (
    <form noValidate onSubmit={form.submit} className="staff-form">
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} text={problemOf(form.refusal) === 'changed-meanwhile' ? words.changedMeanwhile : undefined} />
      <HookFields form={form} />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {texts.save}
        </Button>
        <Done text={form.isDone ? texts.saved : null} />
      </div>
    </form>
  );
}

function valuesOf({ name, url, kinds, office_ids }: Webhook): HookValues {
  return { name, url, kinds, allOffices: office_ids === null, office_ids: office_ids ?? [] };
}

function changeOf(known: Webhook, values: HookValues): Partial<ReturnType<typeof hookBodyOf>> {
  const before: Readonly<Record<string, unknown>> = hookBodyOf(valuesOf(known));
  return Object.fromEntries(Object.entries(hookBodyOf(values)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}
