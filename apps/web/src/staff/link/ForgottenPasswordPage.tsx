import { askForPasswordReset, call, isEmail, normalizeEmail } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { useForm } from '../form.ts';
import { Refusal } from '../Refusal.tsx';
import { EmailField } from '../sign-in/EmailField.tsx';
import { StaffHead } from '../StaffHead.tsx';
import { staffPaths } from '../staff-paths.ts';
import { withCaptcha } from '../with-captcha.ts';

/** The answer is always the same: whether an address belongs to somebody is nobody's business. */
export function ForgottenPasswordPage() {
  const { forgotten: texts, signIn } = useMessages(staffDoor);
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => (isEmail(normalizeEmail(email)) ? {} : { email: email.trim() === '' ? signIn.emailMissing : signIn.emailWrong }),
    send: ({ email }) => withCaptcha((captcha) => call(askForPasswordReset, { body: { email: normalizeEmail(email), captcha }, language: currentLanguage() })),
  });

  return (
    <div className="container staff-door">
      <StaffHead title={texts.title} lead={texts.lead} up={{ label: texts.toSignIn, href: staffPaths.signIn() }} />
      <div className="door-columns">
        {form.isDone ? (
          <Sent email={normalizeEmail(form.values.email)} onAgain={() => form.reset({ email: '' })} />
        ) : (
          <form noValidate method="post" onSubmit={form.submit}>
            <ErrorSummary errors={form.errors} ref={form.summary} />
            <Refusal error={form.refusal} />
            <EmailField {...form.field('email')} label={signIn.email} />
            <Button type="submit" busy={form.isBusy} wide>
              {texts.submit}
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}

function Sent({ email, onAgain }: { readonly email: string; readonly onAgain: () => void }) {
  const { forgotten: texts } = useMessages(staffDoor);
  const title = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone: the focus goes to what took its place.
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <Alert kind="success">
        <h2 tabIndex={-1} ref={title}>
          {texts.sentTitle}
        </h2>
        <p>{texts.sent(email)}</p>
        <p>{texts.sentHelp}</p>
      </Alert>
      <Button kind="outline-primary" onClick={onAgain}>
        {texts.again}
      </Button>
    </>
  );
}
