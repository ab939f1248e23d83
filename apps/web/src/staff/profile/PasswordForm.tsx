import { changePassword } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staffDoor } from '../../messages/staff-door.ts';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { mistakeInNewPassword } from '../check-new-password.ts';
import { Done } from '../Done.tsx';
import { useForm } from '../form.ts';
import { readMeAgain, useMe } from '../me.ts';
import { Refusal } from '../Refusal.tsx';
import { problemOf, staffCall } from '../staff-call.ts';
import { useUnsavedWarning } from '../unsaved.ts';
import { readSessionsAgain } from './queries.ts';

const empty = { current_password: '', new_password: '' };

export function PasswordForm() {
  const { profile: texts } = useMessages(staffAccount);
  const { newPassword } = useMessages(staffDoor);
  const { password, unsaved } = useMessages(staff);
  const me = useMe();
  const form = useForm({
    initial: empty,
    check: ({ current_password, new_password }) => {
      const mistake = mistakeInNewPassword(new_password, newPassword);
      return { ...(me.has_password && current_password === '' && { current_password: texts.currentMissing }), ...(mistake && { new_password: mistake }) };
    },
    send: ({ current_password, new_password }) => staffCall(changePassword, { body: { ...(me.has_password && { current_password }), new_password } }),
    onDone: () => {
      form.clear(empty);
      void readSessionsAgain();
      if (!me.has_password) void readMeAgain();
    },
    belongs: (error) => (problemOf(error) === 'wrong-credentials' ? { current_password: texts.currentWrong } : {}),
  });
  useUnsavedWarning(form.isChanged, unsaved);

  return (
    <form noValidate method="post" onSubmit={form.submit}>
      <p>{me.has_password ? texts.passwordText : texts.passwordNone}</p>
      <input type="email" name="username" autoComplete="username" value={me.email} readOnly hidden />
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      {me.has_password && <PasswordField {...form.field('current_password')} label={texts.current} required autoComplete="current-password" texts={password} />}
      <PasswordField {...form.field('new_password')} label={newPassword.label} help={newPassword.rules} required autoComplete="new-password" texts={password} />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {me.has_password ? texts.changePassword : texts.setPassword}
        </Button>
        <Done text={form.isDone ? texts.passwordChanged : null} />
      </div>
    </form>
  );
}
