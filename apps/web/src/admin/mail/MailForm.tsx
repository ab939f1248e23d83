import { changeMailServer, type MailServer, mailSecurities } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { mailServer } from '../../messages/mail-server.ts';
import { staff } from '../../messages/staff.ts';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isPasswordKept, mistakesIn, requestOf, valuesOf, withSecurity } from './mail-values.ts';
import { MailTestPart } from './MailTestPart.tsx';
import { providerHint } from './provider-hint.ts';
import { keepMailServer } from './queries.ts';

interface Props {
  readonly server: MailServer;
  readonly onSaid: (text: string) => void;
}

/** The settings of the mail server, tried before they are saved. */
export function MailForm({ server, onSaid }: Props) {
  const { form: texts, hints } = useMessages(mailServer);
  const { field } = useMessages(common);
  const { unsaved, password } = useMessages(staff);
  const form = useForm({
    initial: valuesOf(server),
    check: (values) => mistakesIn(values, isPasswordKept(server, values), texts.missing),
    send: (values) => staffCall(changeMailServer, { body: requestOf(values, server.revision) }),
    onDone: (changed) => {
      form.reset(valuesOf(changed));
      keepMailServer(changed);
      onSaid(texts.saved);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);
  const { values } = form;
  const hint = providerHint(values.host);
  const securities = mailSecurities.filter((one) => one !== 'none' || values.security === 'none' || server.private_hosts.length > 0);
  const isKept = isPasswordKept(server, values);

  return (
    <form noValidate onSubmit={form.submit} className="staff-form" autoComplete="off">
      <p className="form-text">{field.requiredNote}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} text={problemOf(form.refusal) === 'changed-meanwhile' ? texts.changedMeanwhile : undefined} />
      <TextField {...form.field('host')} label={texts.host} help={texts.hostHelp} required autoComplete="off" maxLength={253} />
      <div role="status">
        {hint && (
          <Alert kind="info">
            <p>
              <strong>{hints.title}.</strong> {hints[hint]}
            </p>
          </Alert>
        )}
      </div>
      <RadioGroup
        {...form.field('security')}
        label={texts.security}
        required
        choices={securities.map((value) => ({ value, label: texts.securities[value] }))}
        onChange={(value) => {
          const security = mailSecurities.find((one) => one === value);
          if (security) form.set(withSecurity(values, security));
        }}
      />
      <TextField {...form.field('port')} label={texts.port} required inputMode="numeric" autoComplete="off" maxLength={5} />
      <TextField {...form.field('user')} label={texts.user} help={texts.userHelp} autoComplete="off" maxLength={254} />
      {values.user.trim() !== '' && (
        <PasswordField {...form.field('password')} label={texts.password} help={isKept ? texts.passwordKept : undefined} required={!isKept} autoComplete="new-password" texts={password} />
      )}
      <TextField {...form.field('sender_address')} type="email" label={texts.senderAddress} help={texts.senderAddressHelp} required autoComplete="off" maxLength={254} />
      <TextField {...form.field('sender_name')} label={texts.senderName} help={texts.senderNameHelp} autoComplete="off" maxLength={100} />
      <TextField {...form.field('reply_to')} type="email" label={texts.replyTo} help={texts.replyToHelp} autoComplete="off" maxLength={254} />
      <MailTestPart values={values} isKept={isKept} />
      <Button type="submit" wide busy={form.isBusy}>
        {texts.save}
      </Button>
    </form>
  );
}
