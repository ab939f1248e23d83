import { makeWebhook, type WebhookMade } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { systems } from '../../messages/systems.ts';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { hookBodyOf, HookFields, type HookValues, mistakesInHook } from './HookFields.tsx';
import { readWebhooksAgain } from './queries.ts';
import { SecretOnce } from './SecretOnce.tsx';

/** Another system to be told; once it is there, its secret is shown in place of the form, this once. */
export function NewHookPage() {
  const { title, newHook: texts, newKey } = useMessages(systems);
  const { field } = useMessages(common);
  const { unsaved } = useMessages(staff);
  const navigate = useNavigate();
  const [made, setMade] = useState<WebhookMade | null>(null);
  const form = useForm<HookValues, WebhookMade>({
    initial: { name: '', url: '', kinds: ['appointment.booked', 'appointment.moved', 'appointment.cancelled'], allOffices: true, office_ids: [] },
    check: (values) => mistakesInHook(values, texts, newKey.officesMissing),
    send: (values) => staffCall(makeWebhook, { body: hookBodyOf(values) }),
    onDone: (answer) => {
      setMade(answer);
      void readWebhooksAgain();
    },
  });
  useUnsavedWarning(form.isChanged || made !== null, unsaved);
  const leave = ({ webhook }: WebhookMade) => {
    setMade(null);
    setTimeout(() => void navigate(staffPaths.webhook(webhook.id)));
  };

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} up={{ label: title, href: staffPaths.connections() }} />
      {made ? (
        <SecretOnce kind="secret" text={made.secret} onDone={() => leave(made)} />
      ) : (
        <form noValidate onSubmit={form.submit} className="staff-form">
          <p className="form-text">{field.requiredNote}</p>
          <ErrorSummary errors={form.errors} ref={form.summary} />
          <Refusal error={form.refusal} />
          <HookFields form={form} />
          <Button type="submit" busy={form.isBusy} wide>
            {texts.submit}
          </Button>
        </form>
      )}
    </div>
  );
}
