import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useForm } from '../form.ts';
import { makePasskey, passkeyFailureOf } from '../passkeys.ts';
import { Refusal } from '../Refusal.tsx';

interface Props {
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onBack: () => void;
}

export function PasskeyForm({ onDone, onBack }: Props) {
  const { passkey: texts } = useMessages(staffAccount);
  const { back } = useMessages(staff);
  const form = useForm({
    initial: { name: texts.nameDefault },
    check: ({ name }): Record<string, string> => (name.trim() === '' ? { name: texts.nameMissing } : {}),
    send: ({ name }) => makePasskey(name.trim()),
    onDone: ({ recovery_codes }) => onDone(recovery_codes),
  });
  const failure = form.refusal ? passkeyFailureOf(form.refusal) : null;

  return (
    <form noValidate onSubmit={form.submit}>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} text={failure ? texts[failure] : undefined} />
      <TextField {...form.field('name')} label={texts.name} help={texts.nameHelp} required autoComplete="off" maxLength={100} />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy} wide>
          {texts.submit}
        </Button>
        <Button kind="outline-primary" wide onClick={onBack}>
          {back}
        </Button>
      </div>
    </form>
  );
}
