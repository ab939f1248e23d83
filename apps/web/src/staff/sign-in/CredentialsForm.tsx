import { call, isEmail, normalizeEmail, type SignInAnswer, signIn } from '@sportello/contract';
import { useEffect } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { staff } from '../../messages/staff.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import { troubleOf } from '../../trouble.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useForm } from '../form.ts';
import { knowsPasskeys } from '../passkeys.ts';
import { Refusal, sayWait } from '../Refusal.tsx';
import { withCaptcha } from '../with-captcha.ts';
import { EmailField } from './EmailField.tsx';

interface Props {
  /** The person who must sign in again; nobody else can in this place. */
  readonly fixedEmail: string | null;
  readonly onAnswer: (answer: SignInAnswer) => void;
}

export function CredentialsForm({ fixedEmail, onAnswer }: Props) {
  const { signIn: texts } = useMessages(staffDoor);
  const { password, wait } = useMessages(staff);
  const form = useForm({
    initial: { email: fixedEmail ?? '', password: '' },
    check: ({ email, password: typed }) => ({
      ...(!isEmail(normalizeEmail(email)) && { email: email.trim() === '' ? texts.emailMissing : texts.emailWrong }),
      ...(typed === '' && { password: texts.passwordMissing }),
    }),
    send: (values) => sendCredentials(values),
    onDone: onAnswer,
  });
  const passwordField = form.field('password');
  const trouble = form.refusal && troubleOf(form.refusal);

  useEffect(() => {
    if (fixedEmail) document.getElementById(passwordField.id)?.focus();
  }, [fixedEmail, passwordField.id]);

  return (
    <form noValidate method="post" onSubmit={form.submit}>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} text={trouble?.kind === 'busy' && knowsPasskeys() ? `${sayWait(trouble.seconds, wait)} ${texts.passkeyNow}` : undefined} />
      {fixedEmail ? (
        // For the password manager; the person sees the name above.
        <input type="email" name="username" autoComplete="username" value={fixedEmail} readOnly hidden />
      ) : (
        <EmailField {...form.field('email')} label={texts.email} />
      )}
      <PasswordField {...passwordField} name="password" label={texts.password} required autoComplete="current-password" texts={password} />
      <Button type="submit" busy={form.isBusy} wide>
        {texts.submit}
      </Button>
    </form>
  );
}

export function sendCredentials({ email, password }: { readonly email: string; readonly password: string }): Promise<SignInAnswer> {
  return withCaptcha((captcha) => call(signIn, { body: { email: normalizeEmail(email), password, captcha }, language: currentLanguage() }));
}
